import type { Place, Problem } from "../../base/problem.ts";
import { asListed } from "../plain-text.ts";
import type { Traits } from "./traits.ts";
import { isTraitKey, NO_TRAITS, readTrait, TRAIT_KEYS } from "./traits.ts";

/** What a comment such as `<!-- card: c6-steps level=senior -->` says about the note below it. */
export interface CardMark {
  /** The note's explicit id; `null` if the mark gives none. */
  readonly id: string | null;
  readonly traits: Traits;
  readonly place: Place;
}

/** A card mark, and what is wrong with it; what is right in it counts all the same. */
export interface MarkReading {
  readonly mark: CardMark;
  readonly problems: readonly Problem[];
}

const MARK = /<!--\s*card(?=\s|:|-->)\s*:?([\s\S]*?)-->/g;
const ID = /^[a-z0-9][a-z0-9-]*$/;

/** Reads the card marks in a piece of HTML; `placeOf` tells where one of its characters stands. */
export function readMarks(html: string, placeOf: (index: number) => Place): readonly MarkReading[] {
  return [...html.matchAll(MARK)].map((found) => {
    const words = found[1] ?? "";
    const begin = found.index + found[0].length - words.length - "-->".length;
    return readMark(words, placeOf(found.index), (index) => placeOf(begin + index));
  });
}

function readMark(words: string, place: Place, placeOf: (index: number) => Place): MarkReading {
  const problems: Problem[] = [];
  let id: string | null = null;
  let traits = NO_TRAITS;
  for (const [index, word] of [...words.matchAll(/\S+/g)].entries()) {
    const reading = readWord(asListed(word[0]), index === 0 ? "first" : "later", placeOf(word.index));
    if (reading.type === "problem") problems.push(reading.problem);
    else if (reading.type === "id") id = reading.id;
    else traits = { ...traits, ...reading.trait };
  }
  return { mark: { id, traits, place }, problems };
}

type WordReading =
  | { readonly type: "id"; readonly id: string }
  | { readonly type: "trait"; readonly trait: Partial<Traits> }
  | { readonly type: "problem"; readonly problem: Problem };

function readWord(word: string, position: "first" | "later", place: Place): WordReading {
  const equals = word.indexOf("=");
  if (equals === -1 && position === "first") return readId(word, place);
  const key = equals === -1 ? word : word.slice(0, equals);
  const value = equals === -1 ? "" : word.slice(equals + 1);
  if (!isTraitKey(key)) {
    return { type: "problem", problem: { code: "mark-key", place, data: { key, allowed: TRAIT_KEYS } } };
  }
  const reading = readTrait(key, value);
  if (reading.type === "trait") return reading;
  return {
    type: "problem",
    problem: { code: "mark-value", place, data: { key, value, allowed: reading.allowed } },
  };
}

function readId(word: string, place: Place): WordReading {
  if (ID.test(word)) return { type: "id", id: word };
  const data = { key: "id", value: word, allowed: ["a-z", "0-9", "-"] };
  return { type: "problem", problem: { code: "mark-value", place, data } };
}
