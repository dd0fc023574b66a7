import type { JournalPart } from "./journal-part.ts";
import type { Journals } from "./journals.ts";

/** What a store got over by itself and still tells. */
export type StoreWarning =
  /** The last line of a journal was never finished, so it was never acknowledged; it is left out. */
  | { readonly kind: "line-torn"; readonly file: string; readonly bytes: number }
  /** A line of a journal is no event; it stays in the file and counts for nothing. */
  | { readonly kind: "line-broken"; readonly file: string; readonly line: number }
  /** The snapshot couldn't be understood, so everything was worked out from the journals. */
  | { readonly kind: "snapshot-broken" }
  /** The snapshot couldn't be written; the next start works everything out from the journals. */
  | { readonly kind: "snapshot-unwritten"; readonly file: string; readonly reason: string };

/** Returns what there is to tell about journals that were read. */
export function warningsOf({ parts, snapshot }: Journals): readonly StoreWarning[] {
  const broken: readonly StoreWarning[] = snapshot === "broken" ? [{ kind: "snapshot-broken" }] : [];
  return [...broken, ...parts.flatMap(linesOf)];
}

function linesOf({ file, torn, broken }: JournalPart): readonly StoreWarning[] {
  const lines = broken.map((line): StoreWarning => ({ kind: "line-broken", file, line }));
  return torn.length === 0 ? lines : [...lines, { kind: "line-torn", file, bytes: torn.length }];
}
