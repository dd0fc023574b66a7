import { join, resolve } from "node:path";

import { hashOfText } from "../base/random.ts";

/** Returns the folder, below `cache`, of everything that is kept about decks that go by these names. */
export function cacheFolder(cache: string, decks: readonly string[]): string {
  // The same name means another folder where somebody stands elsewhere.
  const names = decks.flatMap((deck) => [deck, resolve(deck)]);
  return join(cache, "decks", hashOfText(names.join("\0")).toString(16));
}
