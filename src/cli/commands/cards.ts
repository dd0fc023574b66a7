import { LANGS } from "../../base/lang.ts";
import { faceIn, type Card } from "../../card/card.ts";
import { cardProgress, type CardProgress, type Progress } from "../../history/progress.ts";
import { clipRow, padRow, row, rowText } from "../../pages/row.ts";
import { visibleLine } from "../../pages/visible-text.ts";
import { dueOf, stateOf } from "../card-standing.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import { momentOf, type Context } from "../context.ts";
import { identifiedDeck } from "../decks.ts";
import { listedPrompts } from "../listed-prompts.ts";
import { unsuspend } from "../unsuspend.ts";

/** Cells of a line that goes on to another program: more than a window has, and still a line. */
const UNSEEN = 200;

/** `sluice cards`: every card of the deck, whatever its version or state. */
export const cards: Command = {
  name: "cards",
  options: ["flagged", "suspended", "unsuspend"],
  words: 0,
  run: async (context) => {
    const names = context.arguments.options.get("unsuspend");
    if (names === undefined) await list(context);
    else await unsuspend(context, names);
    return DONE;
  },
};

async function list(context: Context): Promise<void> {
  const known = await identifiedDeck(context);
  const { deck, progress } = known;
  const listed = deck.cards.filter(({ id }) => isWanted(context, cardProgress(progress, id)));
  const promptOf = await listedPrompts(known, listed, context.lang);
  const asked = listed.map((card) => ({ card, prompt: promptOf(card) ?? "" }));
  if (isGiven(context, "json"))
    printJson(context, { cards: asked.map((each) => jsonOf(context, each, progress)) });
  else printForPeople(context, asked, progress);
}

function isWanted(context: Context, { flag, standing }: CardProgress): boolean {
  if (isGiven(context, "flagged") && flag === null) return false;
  return !isGiven(context, "suspended") || standing === "suspended";
}

/** A card, and what it asks in one line. */
interface AskedCard {
  readonly card: Card;
  readonly prompt: string;
}

function jsonOf(
  context: Context,
  { card, prompt }: AskedCard,
  progress: Progress,
): Readonly<Record<string, unknown>> {
  const own = cardProgress(progress, card.id);
  const face = faceIn(card, context.lang)?.face;
  return {
    uid: card.id,
    kind: card.kind,
    langs: LANGS.filter((lang) => card.faces[lang] !== undefined),
    prompt,
    file: face?.place.file ?? "",
    line: face?.place.line ?? 0,
    chapter: card.chapter,
    level: card.level,
    tags: card.tags,
    state: stateOf(own, momentOf(context)),
    due: dueOf(own, context),
    ...(own.flag === null ? {} : { flag: own.flag }),
    ...(own.note === undefined ? {} : { note: own.note }),
  };
}

function printForPeople(context: Context, listed: readonly AskedCard[], progress: Progress): void {
  const { terminal, words } = context;
  const moment = momentOf(context);
  const width = terminal.outputIsTerminal() ? terminal.columns() : UNSEEN;
  for (const { card, prompt } of listed) {
    const own = cardProgress(progress, card.id);
    const state = words.cards.state[stateOf(own, moment)];
    const flag = own.flag === null ? "" : `  * ${visibleLine(own.flag || words.review.noReason)}`;
    const line = [
      ...padRow(row(card.id), 30),
      ...padRow(row(` ${state}`), 12),
      ...row(visibleLine(prompt) + flag),
    ];
    terminal.print(rowText(clipRow(line, width)));
  }
  terminal.print(listed.length === 0 ? words.cards.none : words.cards.total(listed.length));
  if (isGiven(context, "suspended") && listed.length > 0) terminal.talk(words.cards.unsuspendNext);
}
