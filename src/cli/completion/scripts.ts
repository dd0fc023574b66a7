import { bashCompletion } from "./bash.ts";
import { fishCompletion } from "./fish.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { zshCompletion } from "./zsh.ts";

/** The shells that are completed for, and what writes their completion. */
export const SCRIPTS: ReadonlyMap<string, (vocabulary: Vocabulary) => string> = new Map([
  ["bash", bashCompletion],
  ["zsh", zshCompletion],
  ["fish", fishCompletion],
]);
