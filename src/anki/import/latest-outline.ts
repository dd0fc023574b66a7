import type { WireMessage } from "../package/protobuf-reader.ts";
import { bytesIn, fractionsIn, numberIn, readMessage, textIn } from "../package/protobuf-reader.ts";
import type { Database, TableRow } from "../package/sqlite-database.ts";
import { withoutSilentParts } from "./html-tree.ts";
import type { Outline, PackageDeck } from "./outline.ts";
import type { PackageNoteType, PackagePreset, PackageTemplate } from "./package-contents.ts";

/** Reads what schema 18 has in tables of protobuf. Throws a PackageRefusal. */
export function readLatestOutline(database: Database): Outline {
  const fields = Map.groupBy(database.rows("fields"), ([noteType]) => noteType);
  const templates = Map.groupBy(database.rows("templates"), ([noteType]) => noteType);
  const noteTypes = [...database.rows("notetypes")].map((row): PackageNoteType => {
    const [id, name, , , config] = row;
    return {
      id: Number(id),
      name: String(name),
      kind: numberIn(messageOf(config), 1) === 1 ? "cloze" : "normal",
      fields: inOrder(fields.get(id ?? null)).map(([, , field]) => String(field)),
      templates: inOrder(templates.get(id ?? null)).map(templateIn),
    };
  });
  return {
    scheduler: "later",
    noteTypes: new Map(noteTypes.map((noteType) => [noteType.id, noteType])),
    decks: new Map(
      [...database.rows("decks")].map(([id, name, , , , kind]) => [Number(id), deckOf(name, kind)]),
    ),
    presets: [...database.rows("deck_config")].map(presetIn),
  };
}

/** Rows of a part of a note type have its place second. */
function inOrder(rows: readonly TableRow[] = []): readonly TableRow[] {
  return rows.toSorted((one, other) => Number(one[1]) - Number(other[1]));
}

/** `Notetype.Template.Config`. */
function templateIn([, , name, , , config]: TableRow): PackageTemplate {
  const message = messageOf(config);
  const [question, answer] = [textIn(message, 1), textIn(message, 2)].map(withoutSilentParts);
  return { name: String(name), question: question ?? "", answer: answer ?? "" };
}

/** `Deck.KindContainer`: a normal deck has its preset in field 1 of field 1. */
function deckOf(name: unknown, kind: unknown): PackageDeck {
  const normal = bytesIn(messageOf(kind), 1);
  return { name: String(name).replaceAll("\u001f", "::"), preset: numberIn(readMessage(normal), 1) };
}

/** `DeckConfig.Config`: the weights of FSRS-6 are field 6. */
function presetIn([id, name, , , config]: TableRow): PackagePreset {
  return { id: Number(id), name: String(name), weights: fractionsIn(messageOf(config), 6).map(shortened) };
}

/** A weight went through 32 bits: what they add behind the seventh digit was never learned. */
function shortened(weight: number): number {
  return Number(weight.toPrecision(7));
}

function messageOf(value: unknown): WireMessage {
  return readMessage(value instanceof Uint8Array ? value : new Uint8Array(0));
}
