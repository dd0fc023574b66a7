import { basename } from "node:path";

import { Failure } from "../../base/failure.ts";
import type { Card } from "../../card/card.ts";
import type { Deck } from "../../card/deck.ts";
import { addCard } from "../../compile/add-card.ts";
import type { NoteEntry } from "../../compile/compiled-file.ts";
import { visibleLine } from "../../pages/visible-text.ts";
import { appendToNotes, readForm } from "../../store/append-notes.ts";
import { findNotes } from "../../store/deck-files.ts";
import { DONE, isGiven, NOT_RIGHT, printJson, type Command } from "../command.ts";
import { deckPaths, momentOf, type Context } from "../context.ts";
import { identifiedDeck, loadedDeck } from "../decks.ts";
import { newCard } from "../new-card.ts";
import { isSameFile, notesFileFor } from "../own-notes.ts";

/** `sluice add [FILE]`: puts a card behind what a file of notes has. */
export const add: Command = {
  name: "add",
  options: ["question", "answer"],
  words: 1,
  run: async (context, [named]) => {
    const file = notesFileFor(context, named);
    const { compileFile } = await import("../../compile/compile-file.ts");
    const countNotes = (text: string): number =>
      compileFile({ path: "new.md", text, role: "notes" }).notes.length;
    const card = await newCard(context, countNotes);
    if (card === null) {
      context.terminal.talk(context.words.add.nothing);
      return NOT_RIGHT;
    }
    const form = readForm(file);
    const home = { path: file, compile: compileFile, heading: momentOf(context).day, ...form };
    const addition = isReadme(context, file) ? NO_ROOM : addCard(home, card);
    if (addition.kind === "refused") {
      throw new Failure({ code: "add-refused", data: { file, why: addition.why } });
    }
    refuseKnown((await loadedDeck(context)).deck, addition.notes);
    appendToNotes(file, addition.text, form);
    tell(context, file, await addedCards(context, file, addition.notes));
    return DONE;
  },
};

const NO_ROOM = { kind: "refused", why: "no-room" } as const;

/** The README of a deck tells about it and yields no cards. */
function isReadme(context: Context, file: string): boolean {
  if (!/^readme\b/iu.test(basename(file))) return false;
  return findNotes(deckPaths(context)).files.some(
    ({ path, role }) => role === "readme" && isSameFile(path, file),
  );
}

/** Twice the same words would be one card. Throws the Failure `card-known`. */
function refuseKnown({ cards }: Deck, notes: readonly NoteEntry[]): void {
  const fingerprints = new Set(notes.map(({ fingerprint }) => fingerprint));
  for (const { faces } of cards) {
    const face = [faces.zh, faces.en].find(
      (each) => each !== undefined && fingerprints.has(each.fingerprint),
    );
    if (face === undefined) continue;
    const { file, line } = face.place;
    throw new Failure({ code: "card-known", data: { prompt: visibleLine(face.prompt), file, line } });
  }
}

/** A card that was added, and what the deck in use calls it; `null` if the file is no part of that. */
interface Added {
  readonly uid: string | null;
  readonly prompt: string;
  readonly line: number;
}

async function addedCards(
  context: Context,
  file: string,
  notes: readonly NoteEntry[],
): Promise<readonly Added[]> {
  const { deck } = await identifiedDeck(context);
  return notes.map(({ prompt, place: { line } }) => {
    const card = deck.cards.find((each) => standsAt(each, file, line));
    return { uid: card?.id ?? null, prompt, line };
  });
}

function standsAt({ faces }: Card, file: string, line: number): boolean {
  const places = [faces.zh?.place, faces.en?.place];
  return places.some((place) => place?.line === line && isSameFile(place.file, file));
}

function tell(context: Context, file: string, added: readonly Added[]): void {
  const { terminal, words } = context;
  if (isGiven(context, "json")) {
    printJson(context, { added: added.map(({ uid, prompt, line }) => ({ uid, prompt, file, line })) });
  } else {
    for (const { prompt, line } of added)
      terminal.print(words.add.added(`${file}:${line}`, visibleLine(prompt)));
  }
  if (added.some(({ uid }) => uid === null)) terminal.talk(words.add.elsewhere(file));
}
