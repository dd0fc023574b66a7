import type { CardKind, Level } from "../../card/card.ts";
import { LEVELS } from "../../card/card.ts";

/** How a note may be asked to be read: as one kind of card, or as a table whose rows are cards. */
export type NoteKind = CardKind | "table";

/** What a card mark says about its note, or front matter about all notes of its file; `null` = it doesn't say. */
export interface Traits {
  readonly kind: NoteKind | null;
  readonly level: Level | null;
  readonly chapter: string | null;
  readonly tags: readonly string[] | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** The traits of what says nothing. */
export const NO_TRAITS: Traits = {
  kind: null,
  level: null,
  chapter: null,
  tags: null,
  since: null,
  until: null,
};

/** The names that traits are written under. */
export const TRAIT_KEYS = ["kind", "level", "chapter", "tags", "since", "until"] as const;

type TraitKey = (typeof TRAIT_KEYS)[number];

const KINDS: readonly NoteKind[] = [
  "basic",
  "outline",
  "cloze",
  "choice",
  "order",
  "typed",
  "number",
  "error",
  "exercise",
  "table",
];

/** What reading one trait comes to: the trait, or the values that its key can have. */
export type TraitReading =
  | { readonly type: "trait"; readonly trait: Partial<Traits> }
  | { readonly type: "unfit"; readonly allowed: readonly string[] };

/** Tells whether `key` names a trait. */
export function isTraitKey(key: string): key is TraitKey {
  return TRAIT_KEYS.some((known) => known === key);
}

/** Reads the value that is written under a trait's name. */
export function readTrait(key: TraitKey, value: string): TraitReading {
  switch (key) {
    case "kind":
      return oneOf(value, KINDS, (kind) => ({ kind }));
    case "level":
      return oneOf(value, LEVELS, (level) => ({ level }));
    case "chapter":
      return { type: "trait", trait: { chapter: value } };
    case "tags":
      return { type: "trait", trait: { tags: value.split(/[,，]\s*/).filter((tag) => tag !== "") } };
    case "since":
      return version(value, { since: value });
    case "until":
      return version(value, { until: value });
  }
}

/** Returns what a mark says, and for what it doesn't say the defaults. */
export function withDefaults(traits: Traits, defaults: Traits): Traits {
  return {
    kind: traits.kind ?? defaults.kind,
    level: traits.level ?? defaults.level,
    chapter: traits.chapter ?? defaults.chapter,
    tags: traits.tags ?? defaults.tags,
    since: traits.since ?? defaults.since,
    until: traits.until ?? defaults.until,
  };
}

function oneOf<T extends string>(
  value: string,
  allowed: readonly T[],
  traitOf: (value: T) => Partial<Traits>,
): TraitReading {
  const found = allowed.find((candidate) => candidate === value);
  return found === undefined ? { type: "unfit", allowed } : { type: "trait", trait: traitOf(found) };
}

function version(value: string, trait: Partial<Traits>): TraitReading {
  return /^\d+(?:\.\d+){0,2}$/.test(value)
    ? { type: "trait", trait }
    : { type: "unfit", allowed: ["1.20", "2.0"] };
}
