import type { Lang } from "../base/lang.ts";
import type { Card, Face } from "../card/card.ts";
import type { Deck } from "../card/deck.ts";
import type { NotesFile } from "./deck-files.ts";
import type { FaceLookup, Traits } from "./listed-card.ts";
import { ListedCard } from "./listed-card.ts";
import type { EntryLookup } from "./listed-face.ts";
import { ListedFace } from "./listed-face.ts";
import type { Severities } from "./severities.ts";

/** A file of a deck. */
export interface OutlinedFile {
  readonly source: NotesFile;
  /** Names what it was compiled from, as `hashOfSource` does; `""` if it had no text that could be read. */
  readonly hash: string;
}

/**
 * What has to be known of a deck to say what is due: which cards it has, and of which files, but not what they say. It
 * is plain JSON, and short: the names of the fields aren't repeated with every note, nor what it has in common with the
 * note before.
 */
export interface DeckOutline extends Pick<Deck, "title" | "chapters"> {
  /** Another one every time that the files were looked at anew. */
  readonly name: string;
  readonly files: readonly OutlinedFile[];
  /** What is wrong with the notes. */
  readonly severities: Severities;
  /** The uids of the notes, with a space between them. */
  readonly uids: string;
  /** What notes have in common; most are alike. */
  readonly traits: readonly Traits[];
  /** The numbers of the traits: so many notes that follow each other have the same. */
  readonly traitRuns: readonly (readonly [trait: number, count: number])[];
  /** Where notes are to be found that follow each other in a file, too. */
  readonly faceRuns: Readonly<Record<Lang, readonly FaceRun[]>>;
}

/** The faces of so many notes, from the one numbered `note` on: they follow each other from number `index` of a file on. */
type FaceRun = readonly [note: number, file: number, index: number, count: number];

/** Returns the outline of a deck that was made of these files. */
export function outlineOf(
  { title, chapters, cards }: Deck,
  files: readonly OutlinedFile[],
  severities: Severities,
): DeckOutline {
  const notes = [...Map.groupBy(cards, ({ note }) => note).values()];
  const numbers = new Map(files.map(({ source }, number) => [source.path, number]));
  return {
    name: crypto.randomUUID(),
    title,
    chapters,
    files: files.map(({ source, hash }) => ({ source, hash })),
    severities,
    uids: notes.flatMap(([card]) => card?.note ?? []).join(" "),
    ...traitColumns(notes),
    faceRuns: { zh: faceRuns(notes, "zh", numbers), en: faceRuns(notes, "en", numbers) },
  };
}

/** The cards of each note. */
type Notes = readonly (readonly Card[])[];

function traitColumns(notes: Notes): Pick<DeckOutline, "traits" | "traitRuns"> {
  const traits = new Map<string, Traits>();
  const runs: [trait: string, count: number][] = [];
  for (const note of notes) {
    const own = traitsIn(note);
    const key = JSON.stringify(own);
    traits.set(key, own);
    const run = runs.at(-1);
    if (run?.[0] === key) run[1] += 1;
    else runs.push([key, 1]);
  }
  const keys = [...traits.keys()];
  return { traits: [...traits.values()], traitRuns: runs.map(([key, count]) => [keys.indexOf(key), count]) };
}

function traitsIn(note: readonly Card[]): Traits {
  const [card] = note;
  if (card === undefined) throw new Error("a note without cards");
  const { kind, chapter, level, tags, since, until } = card;
  return { kind, chapter, level, tags, since, until, siblings: note.map(({ sibling }) => sibling) };
}

function faceRuns(notes: Notes, lang: Lang, numbers: ReadonlyMap<string, number>): readonly FaceRun[] {
  const runs: [note: number, file: number, index: number, count: number][] = [];
  for (const [note, [card]] of notes.entries()) {
    const ref = card?.faces[lang]?.text;
    if (ref === undefined) continue;
    const file = numbers.get(ref.file) ?? 0;
    const run = runs.at(-1);
    if (run !== undefined && isNext([note, file, ref.index], run)) run[3] += 1;
    else runs.push([note, file, ref.index, 1]);
  }
  return runs;
}

/** Tells whether a note goes on where a run ends. */
function isNext(
  [note, file, index]: readonly [note: number, file: number, index: number],
  [firstNote, firstFile, firstIndex, count]: FaceRun,
): boolean {
  return file === firstFile && note === firstNote + count && index === firstIndex + count;
}

/** Returns the deck of an outline; what its cards say is looked up in the index when it is asked for. */
export function deckIn(outline: DeckOutline, entryOf: EntryLookup): Deck {
  const { title, chapters, uids, traits, traitRuns } = outline;
  const notes = uids.split(" ");
  const facesOf: FaceLookup = (note) => facesAt(note, outline, entryOf);
  const cards: Card[] = [];
  let number = 0;
  for (const [trait, count] of traitRuns) {
    const own = traits[trait];
    if (own === undefined) throw new Error("a note without traits");
    const shared = [own, facesOf] as const;
    for (const end = number + count; number < end; number += 1) {
      const note = notes[number] ?? "";
      for (const sibling of own.siblings) cards.push(new ListedCard(note, sibling, number, shared));
    }
  }
  return { title, chapters, cards };
}

function facesAt(note: number, { files, faceRuns: runs }: DeckOutline, entryOf: EntryLookup): Card["faces"] {
  const faceIn = (lang: Lang): Face | null => {
    const [first, file, index] = runAt(note, runs[lang]) ?? [0, NOWHERE, 0];
    const path = files[file]?.source.path;
    return path === undefined ? null : new ListedFace(path, index + note - first, entryOf);
  };
  const [zh, en] = [faceIn("zh"), faceIn("en")];
  if (zh === null) return en === null ? {} : { en };
  return en === null ? { zh } : { zh, en };
}

const NOWHERE = -1;

/** Finds the run that a note is in, by bisection. */
function runAt(note: number, runs: readonly FaceRun[]): FaceRun | null {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.[0] ?? note + 1) <= note) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && note < run[0] + run[3] ? run : null;
}
