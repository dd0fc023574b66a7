import type { Day } from "../base/day.ts";
import type { Messages } from "../locale/messages.ts";
import { progressBar } from "./bar.ts";
import { keyHintRow } from "./key-hints.ts";
import { columnWidth, type Page, type Size } from "./layout.ts";
import { EMPTY_ROW, gap, padRow, row, rowWidth, span, spreadRow, type Row } from "./row.ts";
import { signs } from "./signs.ts";
import { wrapRow } from "./wrap.ts";

/** What the first screen tells. */
export interface HomeFacts {
  readonly day: Day;
  readonly deckTitle: string;
  /** Cards in the deck. */
  readonly cards: number;
  readonly review: number;
  readonly learning: number;
  readonly fresh: number;
  /** Answers given today. */
  readonly answered: number;
  /** Minutes that what is left will take, estimated from the answers so far. */
  readonly minutes: number;
  /** Days in a row on which something was answered. */
  readonly streak: number;
  /** Milliseconds until a card comes that isn't due yet; `null` = none is scheduled. */
  readonly nextIn: number | null;
  /** New cards that could be learned beyond today's limit, at most ten. */
  readonly extra: number;
  /** Exercises in the deck. */
  readonly exercises: number;
  readonly errors: number;
  readonly warnings: number;
}

/** One thing to do from the first screen. */
export type HomeChoice = "review" | "more" | "fix";

/** From so many cells on there is room for the time that it will take. */
const ROOMY = 56;

/** Cells of the word for today. */
const LABEL = 9;

/** Returns what can be done from the first screen, in the order in which it is listed. */
export function homeChoices(facts: HomeFacts): readonly HomeChoice[] {
  const due = facts.review + facts.learning + facts.fresh > 0;
  return [
    ...(due ? (["review"] as const) : []),
    ...(!due && facts.extra > 0 ? (["more"] as const) : []),
    ...(facts.exercises > 0 ? (["fix"] as const) : []),
  ];
}

/** The first screen as it is at the moment. */
export interface Home {
  readonly facts: HomeFacts;
  /** Which of its choices is selected, counted from 0. */
  readonly selected: number;
  /** What just happened; no rows if nothing did. */
  readonly notice: readonly Row[];
}

/** Returns the first screen: what today holds, and what to do about it. */
export function homePage({ facts, selected, notice }: Home, size: Size, words: Messages): Page {
  const width = columnWidth(size);
  return {
    head: [
      EMPTY_ROW,
      spreadRow(row("sluice", "accent", "bold"), row(words.date(facts.day), "quiet"), width),
      EMPTY_ROW,
    ],
    body: [
      ...todayRows(facts, width, words),
      EMPTY_ROW,
      ...choiceRows(facts, selected, width, words),
      EMPTY_ROW,
      ...asideRows(facts, width, words),
    ],
    foot: [EMPTY_ROW, ...(notice.length === 0 ? [] : [...notice, EMPTY_ROW]), homeKeys(facts, size, words)],
  };
}

function todayRows(facts: HomeFacts, width: number, words: Messages): readonly Row[] {
  const { home } = words;
  const due = facts.review + facts.learning + facts.fresh;
  if (facts.cards === 0) return besideToday(home.noCards, [home.noCardsNext], width, words);
  if (due === 0) return nothingDueRows(facts, width, words);
  const count = (name: string, value: number): Row => [
    span(`${name} `, "quiet"),
    span(String(value), "plain", "bold"),
  ];
  const cells = width < ROOMY ? 11 : 13;
  const counts: Row = [
    ...padRow(row(home.today, "accent", "bold"), LABEL),
    ...padRow(count(home.review, facts.review), cells),
    ...padRow(count(home.learning, facts.learning), cells),
    ...count(home.fresh, facts.fresh),
  ];
  const progress = `${facts.answered} / ${facts.answered + due}`;
  const bar = progressBar(facts.answered, facts.answered + due, Math.max(8, width - progress.length - 4));
  return [
    width < ROOMY ? counts : spreadRow(counts, row(home.about(facts.minutes), "quiet"), width),
    spreadRow(bar, row(progress, "quiet"), width),
  ];
}

function nothingDueRows(facts: HomeFacts, width: number, words: Messages): readonly Row[] {
  const { home } = words;
  const next = facts.nextIn === null ? [] : [home.nextCard(words.inTime(facts.nextIn))];
  const said = facts.answered > 0 ? home.nothingDueAtAll : home.nothingDue;
  return besideToday(said, [...next, ...(facts.extra > 0 ? [home.meanwhile] : [])], width, words);
}

/** The word for today, and beside it what there is to say. */
function besideToday(said: string, more: readonly string[], width: number, words: Messages): readonly Row[] {
  const rest = more.flatMap((line) => wrapRow(row(line, "quiet"), width - LABEL));
  return [
    [...padRow(row(words.home.today, "accent", "bold"), LABEL), span(said)],
    ...rest.map((line) => [gap(LABEL), ...line]),
  ];
}

function choiceRows(facts: HomeFacts, selected: number, width: number, words: Messages): readonly Row[] {
  const choices = homeChoices(facts);
  return choices.map((choice, index) => {
    const text = choiceText(choice, facts, words);
    const isSelected = index === Math.min(selected, choices.length - 1);
    const left: Row = [
      span(isSelected ? signs("❯ ") : "  ", "accent"),
      span(text, "plain", ...(isSelected ? (["bold"] as const) : [])),
    ];
    return spreadRow(left, row(isSelected ? "Enter" : choice === "fix" ? "f" : "", "quiet"), width);
  });
}

function choiceText(choice: HomeChoice, facts: HomeFacts, { home, practice }: Messages): string {
  switch (choice) {
    case "review":
      return facts.answered > 0 ? home.goOn : home.begin;
    case "more":
      return home.learnMore(facts.extra);
    case "fix":
      return practice.exercises;
  }
}

function asideRows(facts: HomeFacts, width: number, words: Messages): readonly Row[] {
  const { home } = words;
  const streak = facts.streak > 0 ? home.streak(facts.streak) : "";
  // What a deck is called stays as it is; the sign behind it is ours.
  const deck = row(facts.deckTitle + signs(home.deck("", facts.cards)), "quiet");
  const problems =
    facts.errors > 0 ? wrapRow(row(home.problems(facts.errors, facts.warnings), "warning"), width) : [];
  return [
    streak === "" ? deck : spreadRow(deck, row(streak, "quiet"), Math.max(width, rowWidth(deck))),
    ...problems,
  ];
}

function homeKeys(facts: HomeFacts, size: Size, words: Messages): Row {
  const start = homeChoices(facts).length > 0 ? [{ key: "Enter", does: words.keys.start }] : [];
  return keyHintRow(
    [
      ...start,
      { key: "l", does: words.keys.language },
      { key: "?", does: words.keys.help },
      { key: "q", does: words.keys.quit },
    ],
    size,
  );
}
