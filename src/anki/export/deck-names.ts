import type { Lang } from "../../base/lang.ts";
import { hashOfText } from "../../base/random.ts";
import type { Deck } from "../../card/deck.ts";
import { chapterTitle } from "../../card/deck.ts";
import type { AnkiDeck } from "../package/collection.ts";

/** The deck that holds all others of ours. */
const ROOT = "sluice";

/** Longer names are cut: they are shown in a list, one a line. */
const LONGEST = 80;

/**
 * Returns the name of the deck for the cards of a chapter: `sluice::06 State`. By their numbers decks stand in the order
 * of the chapters; cards without a chapter are in the deck above.
 */
export function deckName(deck: Deck, chapter: string, lang: Lang): string {
  const part = chapterPart(deck, chapter, lang);
  return part === "" ? ROOT : `${ROOT}::${part}`;
}

/** Returns the decks with these names and the one above them, in alphabetical order. Names that differ in case only are one to Anki. */
export function decksNamed(names: Iterable<string>): ReadonlyMap<string, AnkiDeck> {
  const spellings = new Map<string, string>([[ROOT, ROOT]]);
  const all = [...new Set(names)].toSorted();
  for (const name of all) {
    const folded = name.toLowerCase();
    if (!spellings.has(folded)) spellings.set(folded, name);
  }
  const taken = new Set<number>();
  const decks = new Map([...spellings].map(([folded, name]) => [folded, { id: freeId(name, taken), name }]));
  return new Map(
    [ROOT, ...all].flatMap((name) => [[name, decks.get(name.toLowerCase())] as const]).filter(isThere),
  );
}

function isThere(entry: readonly [string, AnkiDeck | undefined]): entry is readonly [string, AnkiDeck] {
  return entry[1] !== undefined;
}

/** Anki finds decks by their names; the ids only have to be of a likely size, each another, and the same every time. */
function freeId(name: string, taken: Set<number>): number {
  let id = 1_700_000_000_000 + hashOfText(name);
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}

function chapterPart(deck: Deck, chapter: string, lang: Lang): string {
  const title = chapterTitle(deck, chapter, lang);
  if (!/^\d+$/u.test(chapter)) return cleaned(title);
  const number = chapter.padStart(2, "0");
  return title === chapter ? number : cleaned(`${number} ${title}`);
}

/** `::` would make another deck, and Anki changes names with quotes, control characters or space around them. */
function cleaned(name: string): string {
  const text = name.normalize("NFC").replaceAll(/[\p{Cc}"]/gu, " ");
  return text
    .replaceAll(/:{2,}/gu, ":")
    .replaceAll(/\s+/gu, " ")
    .slice(0, LONGEST)
    .replaceAll(/^[\s:]+|[\s:]+$/gu, "");
}
