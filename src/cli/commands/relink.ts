import { Failure } from "../../base/failure.ts";
import type { Card, CardId } from "../../card/card.ts";
import { faceIn, noteOf } from "../../card/card.ts";
import type { EventDraft } from "../../history/event.ts";
import { planRelink } from "../../history/identity/plan-relink.ts";
import { visibleLine } from "../../pages/visible-text.ts";
import { openStore, type Store } from "../../store/store.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import { momentOf, type Context } from "../context.ts";
import { identifiedDeck } from "../decks.ts";
import { seenTexts } from "../seen-text.ts";

/** `sluice relink OLD NEW`: the history of a card that the notes have lost goes on with another card. */
export const relink: Command = {
  name: "relink",
  options: [],
  words: 2,
  run: async (context, [old, present]) => {
    const [from, to] = [needed(old, "OLD"), needed(present, "NEW")];
    const store = openStore(context.places);
    try {
      await relinkNotes(context, store, from, to);
    } finally {
      store.close();
    }
    return DONE;
  },
};

/** Whoever names one card of a note means the note. */
function needed(word: string | undefined, name: string): string {
  if (word === undefined) throw new Failure({ code: "usage", data: { fault: "argument-missing", name } });
  return noteOf(word as CardId);
}

async function relinkNotes(context: Context, store: Store, from: string, to: string): Promise<void> {
  const known = await identifiedDeck(context, store);
  const plan = planRelink(from, to, known);
  if (plan.kind === "refused") {
    throw new Failure({ code: "relink-refused", data: { from, to, reason: plan.reason } });
  }
  const card = known.deck.cards.find(({ note }) => note === to);
  const text = card === undefined ? null : seenTexts(known.deck, await known.openTexts())(card.id);
  if (card === undefined || text === null) {
    throw new Failure({ code: "relink-refused", data: { from, to, reason: "no-note" } });
  }
  const moment = momentOf(context);
  const renamed = known.renamings.map((body): EventDraft => ({ ...moment, ...body }));
  const action = store
    .append([...renamed, { ...moment, type: "card-relinked", ...plan.renaming, ...text }])
    .at(-1);
  tell(context, { from, to, card, event: action?.id ?? "", uid: plan.renaming.to });
}

interface Relinked {
  readonly from: string;
  readonly to: string;
  readonly card: Card;
  readonly event: string;
  readonly uid: string;
}

function tell(context: Context, { from, to, card, event, uid }: Relinked): void {
  if (isGiven(context, "json")) {
    printJson(context, { relinked: { event, old: from, new: to, uid } });
    return;
  }
  const prompt = faceIn(card, context.lang)?.face.prompt ?? to;
  context.terminal.print(context.words.history.relinked(from, visibleLine(prompt)));
}
