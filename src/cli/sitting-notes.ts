import type { Moment } from "../base/day.ts";
import { cardIdOf, type Card, type CardId } from "../card/card.ts";
import type { NoteText, Wording } from "../card/note-text.ts";
import type { CardRenamed, EventDraft } from "../history/event.ts";
import { followNotes, type FormerNote } from "../history/identity/follow-notes.ts";
import { facesOf, presentNotes, type PresentNote } from "../history/identity/notes.ts";
import { unseenCards } from "../history/identity/unseen-cards.ts";
import type { SeenText } from "../history/sighting.ts";
import type { TextLookup } from "../store/deck-texts.ts";
import { identifyDeck, type IdentifiedDeck } from "../store/identify-deck.ts";
import type { LoadedDeck } from "../store/load-deck.ts";
import type { Store } from "../store/store.ts";
import { seenTexts } from "./seen-text.ts";

/** The notes of a sitting as they were read last: the cards known by their past, and their texts. */
export interface SittingNotes {
  readonly known: IdentifiedDeck;
  readonly textOf: TextLookup;
  /** Returns a card's text as it stands in the notes; `null` for a card that they don't have. */
  readonly see: (card: CardId) => SeenText | null;
  /** Returns a text that was found lately, and so has been drawn; `null` for any other. */
  readonly drawn: TextLookup;
}

/** How many texts are kept that were found last: those of the card in front are among them. */
const LATELY = 8;

/** Finds the cards of a deck that was loaded, and gets ready for drawing them. Throws the Failure `journal-read`. */
export async function sittingNotes(loaded: LoadedDeck, store: Store): Promise<SittingNotes> {
  const known = await identifyDeck(loaded, store);
  const find = await known.openTexts();
  // When the notes have changed the card in front is found again by what it said.
  const drawn = new Map<string, NoteText | null>();
  const textOf: TextLookup = (ref) => {
    const key = `${ref.file}\0${ref.index}`;
    const text = drawn.get(key) ?? find(ref);
    drawn.delete(key);
    drawn.set(key, text);
    for (const oldest of drawn.keys()) if (drawn.size > LATELY) drawn.delete(oldest);
    return text;
  };
  return {
    known,
    textOf,
    see: seenTexts(known.deck, textOf),
    drawn: ({ file, index }) => drawn.get(`${file}\0${index}`) ?? null,
  };
}

/** What has become of the notes becomes part of the journal, so that they are found again after the next edit. */
export function rememberNotes(store: Store, { known, see }: SittingNotes, moment: Moment): void {
  const renamed = known.renamings.map((body): EventDraft => ({ ...moment, ...body }));
  const seen = unseenCards(known.deck, known.progress).flatMap((card): readonly EventDraft[] => {
    const text = see(card);
    return text === null ? [] : [{ ...moment, type: "card-seen", card, ...text }];
  });
  if (renamed.length + seen.length > 0) store.append([...renamed, ...seen]);
}

/** Finds the texts of cards that were drawn lately in the notes as they are now, before these change again. */
export function keepDrawn(
  before: SittingNotes,
  after: SittingNotes,
  successors: ReadonlyMap<CardId, CardId>,
): void {
  const drawn = before.known.deck.cards.filter((card) =>
    facesOf(card).some(({ text }) => before.drawn(text) !== null),
  );
  const ids = new Set(drawn.map(({ id }) => successors.get(id) ?? id));
  for (const card of after.known.deck.cards)
    if (ids.has(card.id)) for (const { text } of facesOf(card)) after.textOf(text);
}

/** Returns the cards that go by another id after the notes were read again, by the one that they had. */
export async function successorsOf(
  before: SittingNotes,
  after: SittingNotes,
): Promise<ReadonlyMap<CardId, CardId>> {
  const ids = new Set(after.known.deck.cards.map(({ id }) => id));
  const lost = before.known.deck.cards.filter(({ id }) => !ids.has(id));
  const uids = new Map([
    ...after.known.renamings.map(({ card, to }: CardRenamed): readonly [string, string] => [card, to]),
    ...(await followed(lost, before, after)),
  ]);
  return new Map(
    lost.flatMap(({ id, note, sibling }) => {
      const uid = uids.get(note);
      return uid === undefined ? [] : [[id, cardIdOf(uid, sibling)] as const];
    }),
  );
}

/** Of cards without a past only those that were drawn are followed: nobody has seen the others. */
async function followed(
  lost: readonly Card[],
  before: SittingNotes,
  after: SittingNotes,
): Promise<readonly (readonly [string, string])[]> {
  const former = lost.flatMap((card) => formerNote(card, before) ?? []);
  if (former.length === 0) return [];
  const { matchNotes } = await import("../history/identity/match-notes.ts");
  const uids = new Set(before.known.deck.cards.map(({ note }) => note));
  const notes = presentNotes(after.known.deck).filter(({ uid }) => !uids.has(uid));
  const wordingsOf = ({ faces }: PresentNote): readonly Wording[] =>
    faces.flatMap(({ text }) => after.textOf(text)?.wording ?? []);
  const found = followNotes(former, { notes, wordingsOf }, matchNotes);
  return [...found].map(([uid, { uid: present }]) => [uid, present]);
}

function formerNote(card: Card, { drawn }: SittingNotes): FormerNote | null {
  const wordings = facesOf(card).flatMap(({ text }) => drawn(text)?.wording ?? []);
  const [place] = facesOf(card).map((face) => face.place);
  if (wordings.length === 0 || place === undefined) return null;
  return { uid: card.note, file: place.file, line: place.line, wordings };
}
