import type { Moment } from "../../base/day.ts";
import { LANGS } from "../../base/lang.ts";
import { faceIn, type Card } from "../../card/card.ts";
import { cardProgress, type CardProgress, type Progress } from "../../history/progress.ts";
import { padRow, row, rowText } from "../../pages/row.ts";
import { visibleLine } from "../../pages/visible-text.ts";
import { isoAt } from "../clock.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import { identifiedDeck, momentOf, type Context } from "../context.ts";

/** Where a card stands, in one word. */
type CardState = "new" | "learning" | "review" | "relearning" | "suspended" | "buried";

/** `sluice cards`: every card of the deck, whatever its version or state. */
export const cards: Command = {
  name: "cards",
  options: ["flagged"],
  words: 0,
  run: async (context) => {
    const { deck, progress } = await identifiedDeck(context);
    const listed = isGiven(context, "flagged")
      ? deck.cards.filter((card) => cardProgress(progress, card.id).flag !== null)
      : deck.cards;
    if (isGiven(context, "json"))
      printJson(context, { cards: listed.map((card) => jsonOf(context, card, progress)) });
    else printForPeople(context, listed, progress);
    return DONE;
  },
};

function jsonOf(context: Context, card: Card, progress: Progress): Readonly<Record<string, unknown>> {
  const own = cardProgress(progress, card.id);
  const face = faceIn(card, context.lang)?.face;
  return {
    uid: card.id,
    kind: card.kind,
    langs: LANGS.filter((lang) => card.faces[lang] !== undefined),
    prompt: face?.prompt ?? "",
    file: face?.place.file ?? "",
    line: face?.place.line ?? 0,
    chapter: card.chapter,
    level: card.level,
    tags: card.tags,
    state: stateOf(own, momentOf(context)),
    due: dueOf(own, context),
    ...(own.flag === null ? {} : { flag: own.flag }),
  };
}

function stateOf({ memory, standing, buriedOn }: CardProgress, moment: Moment): CardState {
  if (standing === "suspended") return "suspended";
  if (buriedOn === moment.day) return "buried";
  return memory === null ? "new" : memory.phase;
}

/** A day as it is, an instant as ISO 8601; `null` for a card that was never answered. */
function dueOf({ memory }: CardProgress, { clock }: Context): string | null {
  if (memory === null) return null;
  return memory.due.kind === "day" ? memory.due.day : isoAt(memory.due.at, clock.zone);
}

function printForPeople(context: Context, listed: readonly Card[], progress: Progress): void {
  const { terminal, words, lang } = context;
  const moment = momentOf(context);
  for (const card of listed) {
    const own = cardProgress(progress, card.id);
    const state = words.cards.state[stateOf(own, moment)];
    const prompt = visibleLine(faceIn(card, lang)?.face.prompt ?? "");
    const flag = own.flag === null ? "" : `  * ${own.flag}`;
    terminal.print(
      rowText([...padRow(row(card.id), 30), ...padRow(row(` ${state}`), 12), ...row(prompt + flag)]),
    );
  }
  terminal.print(listed.length === 0 ? words.cards.none : words.cards.total(listed.length));
}
