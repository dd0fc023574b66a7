import type { SignSet } from "./trace/trace-signs.ts";

/** What the terminal makes of characters. */
export interface TerminalTraits {
  readonly signs: SignSet;
  /** How it draws what Unicode calls ambiguous (`“ ” … → ①`, UAX #11): one cell wide, or two as old Chinese fonts have it. */
  readonly ambiguous: "narrow" | "wide";
}

/** What nearly every terminal does. */
export const USUAL_TRAITS: TerminalTraits = { signs: "unicode", ambiguous: "narrow" };

// There is one terminal, and every page is drawn for it.
let traits = USUAL_TRAITS;

/** Has all pages from now on drawn for a terminal with these traits. */
export function adaptTo(terminal: TerminalTraits): void {
  traits = terminal;
}

/** Returns the traits of the terminal that pages are drawn for. */
export function terminalTraits(): TerminalTraits {
  return traits;
}

/** Returns the signs that stay one cell wide there: what a terminal draws wide can't be a bar or a box. */
export function signSet(): SignSet {
  return traits.ambiguous === "wide" ? "ascii" : traits.signs;
}
