import type { TerminalTraits } from "../pages/terminal-traits.ts";
import type { Config } from "../store/config.ts";

/**
 * Returns what a terminal makes of characters: it shows ASCII only where the locale names another encoding than UTF-8
 * (`LANG=C`; the first that is set of LC_ALL, LC_CTYPE and LANG counts, as POSIX has it), and on the console of Linux.
 */
export function traitsOf(
  environment: Readonly<Record<string, string | undefined>>,
  { ambiguousWidth }: Pick<Config, "ambiguousWidth">,
): TerminalTraits {
  const named = ["LC_ALL", "LC_CTYPE", "LANG"].map((name) => environment[name] ?? "");
  const locale = named.find((value) => value !== "") ?? "UTF-8";
  const isPlain = !/utf-?8/iu.test(locale) || environment["TERM"] === "linux";
  return { signs: isPlain ? "ascii" : "unicode", ambiguous: ambiguousWidth };
}
