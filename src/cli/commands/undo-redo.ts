import { cardOf, type HistoryEvent } from "../../history/event.ts";
import { clipRow, row, rowText } from "../../pages/row.ts";
import { visibleLine } from "../../pages/visible-text.ts";
import { openStore, type Store } from "../../store/store.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import { momentOf, type Context } from "../context.ts";
import { identifiedDeck } from "../decks.ts";
import { listedPrompts } from "../listed-prompts.ts";
import { retract } from "../sitting.ts";

/** Cells of a question in a sentence. */
const PROMPT = 50;

/** `sluice undo`: takes back the last answer or action. */
export const undo: Command = commandTo("undo");

/** `sluice redo`: brings back what was undone last. */
export const redo: Command = commandTo("redo");

function commandTo(which: "undo" | "redo"): Command {
  return {
    name: which,
    options: [],
    words: 0,
    run: async (context) => {
      const store = openStore(context.places);
      try {
        const action = retract(store, which, momentOf(context));
        tell(context, which, action, await promptOf(context, store, cardOf(action) ?? ""));
      } finally {
        store.close();
      }
      return DONE;
    },
  };
}

function tell(context: Context, which: "undo" | "redo", action: HistoryEvent, prompt: string): void {
  const card = cardOf(action) ?? "";
  if (isGiven(context, "json")) {
    printJson(context, {
      [which === "undo" ? "undone" : "redone"]: { event: action.id, type: action.type, card },
    });
    return;
  }
  const { history } = context.words;
  const what = history.event(action.type, prompt, action.type === "card-rated" ? action.rating : null);
  context.terminal.print(which === "undo" ? history.undone(what) : history.redone(what));
}

/** A card is told by its question, one that the notes have lost by its id. */
async function promptOf(context: Context, store: Store, id: string): Promise<string> {
  const known = await identifiedDeck(context, store);
  const cards = known.deck.cards.filter((each) => each.id === id);
  const told = await listedPrompts(known, cards, context.lang);
  const [card] = cards;
  const prompt = visibleLine((card === undefined ? null : told(card)) ?? id);
  return rowText(clipRow(row(prompt), PROMPT));
}
