import type { CardId } from "../../card/card.ts";
import { cardIdOf } from "../../card/card.ts";
import type { Ledger } from "../export/ledger.ts";
import { foreignGuid, guidOf } from "../notes/guid.ts";
import { FIELDS, noteTypeOfId } from "../notes/note-types.ts";
import { foreignNoteKey } from "./foreign-note.ts";
import type { PackageCard, PackageNote } from "./package-contents.ts";

/** Whose a card of a package is: one that we know, or one of a note that isn't ours. */
export type CardOwner = { readonly kind: "ours" | "foreign"; readonly card: CardId };

/** Returns the uids of notes by the guids under which Anki knows them: those that went out, and those that would. */
export function keysByGuid(ledger: Ledger, keys: Iterable<string>): ReadonlyMap<string, string> {
  const sent = Array.from(ledger.notes, ([key, { guid }]) => [guid, key] as const);
  const others = Array.from(keys, (key) => [guidOf(key), key] as const);
  return new Map([...others, ...sent]);
}

/** Returns which card here a card of a package is. `known` are the notes here, by guid. */
export function ownerOf(card: PackageCard, known: ReadonlyMap<string, string>): CardOwner {
  const { guid, noteType } = card.note;
  const key = known.get(guid) ?? statedKey(card.note);
  // A note that came from Anki may be here already; as long as it is of its own type there, it is divided as it was then.
  const isOurs = key !== null && (foreignGuid(key) !== guid || noteTypeOfId(noteType.id) !== null);
  if (isOurs) return { kind: "ours", card: cardIdOf(key, siblingOf(card)) };
  return {
    kind: "foreign",
    card: cardIdOf(foreignNoteKey(card), noteType.kind === "cloze" ? siblingOf(card) : ""),
  };
}

/** A note of ours tells its uid itself; the guid bears witness. It may be of a deck that isn't loaded now. */
function statedKey({ guid, noteType, fields }: PackageNote): string | null {
  const name = noteTypeOfId(noteType.id);
  const key = name === null ? undefined : fields[FIELDS[name].indexOf("Key")];
  return key !== undefined && guidOf(key) === guid ? key : null;
}

function siblingOf({ note, ord }: PackageCard): string {
  if (note.noteType.kind === "cloze") return `c${ord + 1}`;
  return ord === 0 ? "" : "r";
}
