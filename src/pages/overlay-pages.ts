import type { Day } from "../base/day.ts";
import type { CardKind, Level } from "../card/card.ts";
import type { Messages } from "../locale/messages.ts";
import type { Rating } from "../schedule/memory.ts";
import { keyHintRow, type KeyHint } from "./key-hints.ts";
import { columnWidth, type Page, type Size } from "./layout.ts";
import { EMPTY_ROW, gap, padRow, row, span, type Row } from "./row.ts";
import { signs } from "./signs.ts";
import { textWidth } from "./text-width.ts";
import { visibleText } from "./visible-text.ts";
import { wrapRow } from "./wrap.ts";

/** A key as it is called on a keyboard, and what it does. */
export interface KeyLine {
  readonly keys: string;
  readonly does: string;
}

/** Returns the page of all keys. */
export function keysPage(lines: readonly KeyLine[], size: Size, words: Messages): Page {
  const cells = Math.max(...lines.map((line) => textWidth(line.keys))) + 3;
  return overlay(
    words.keysTitle,
    lines.map((line) => [...padRow(row(signs(line.keys), "accent"), cells), span(line.does)]),
    size,
    words,
  );
}

/** What is known about one card. */
export interface InfoFacts {
  readonly uid: string;
  readonly source: string;
  readonly kind: CardKind;
  readonly level: Level | null;
  readonly validity: string;
  readonly flag: string | null;
  /** What the learner wrote on it; `""` = nothing. */
  readonly note: string;
  readonly memory: {
    readonly stability: number;
    readonly difficulty: number;
    /** The chance to recall it now, from 0 to 1. */
    readonly recall: number;
    readonly due: string;
    readonly reps: number;
    readonly lapses: number;
  } | null;
  /** Its answers, newest first. */
  readonly answers: readonly { readonly day: Day; readonly rating: Rating; readonly ms: number }[];
}

/** Returns the page about one card: what it is, how well it is remembered, and its answers. */
export function infoPage(facts: InfoFacts, size: Size, words: Messages): Page {
  const { info } = words;
  const cells = 10;
  const line = (name: string, value: string): readonly Row[] =>
    value === ""
      ? []
      : wrapRow(row(visibleText(value)), columnWidth(size) - cells).map((part, index) => [
          ...padRow(row(index === 0 ? name : "", "quiet"), cells),
          ...part,
        ]);
  const kind = [info.kinds[facts.kind], facts.level === null ? "" : info.levels[facts.level]]
    .filter(Boolean)
    .join(signs(" · "));
  return overlay(
    info.title,
    [
      ...line(info.uid, facts.uid),
      ...line(info.source, facts.source),
      ...line(info.kind, kind),
      ...line(info.validity, facts.validity),
      ...line(words.review.flagged, facts.flag === "" ? words.review.noReason : (facts.flag ?? "")),
      ...line(words.review.note, facts.note),
      ...memoryLines(facts, line, words),
      EMPTY_ROW,
      row(info.history, "quiet"),
      ...answerLines(facts, words),
    ],
    size,
    words,
  );
}

function memoryLines(
  facts: InfoFacts,
  line: (name: string, value: string) => readonly Row[],
  words: Messages,
): readonly Row[] {
  const { info } = words;
  const { memory } = facts;
  if (memory === null) return line(info.memory, info.noMemory);
  const state = [
    info.recall(Math.round(memory.recall * 100)),
    info.stability(memory.stability.toFixed(1)),
    info.difficulty(memory.difficulty.toFixed(1)),
  ];
  return [
    ...line(info.memory, state.join(signs(" · "))),
    ...line(info.due, memory.due),
    ...line("", info.reps(memory.reps, memory.lapses)),
  ];
}

function answerLines(facts: InfoFacts, words: Messages): readonly Row[] {
  if (facts.answers.length === 0) return [row(words.info.noHistory)];
  return facts.answers.map((answer) => [
    ...padRow(row(answer.day), 14),
    ...padRow(row(words.review.grade[answer.rating]), 10),
    span(words.duration(answer.ms), "quiet"),
  ]);
}

/** Lines of a file of notes, and the one that matters (counted from 1). */
export interface SourceFacts {
  readonly file: string;
  readonly line: number;
  readonly lines: readonly string[];
}

/** Returns the page that shows where a card stands in the notes, as the file has it. */
export function sourcePage(facts: SourceFacts, size: Size, words: Messages): Page {
  const cells = String(facts.lines.length).length;
  const body = facts.lines.flatMap((text, index) => {
    const isHere = index + 1 === facts.line;
    const number = span(
      `${String(index + 1).padStart(cells)} ${isHere ? signs("❯") : " "} `,
      isHere ? "accent" : "quiet",
    );
    return wrapRow(
      row(visibleText(text), "plain", ...(isHere ? (["bold"] as const) : [])),
      columnWidth(size) - cells - 3,
    ).map((part, at): Row => [at === 0 ? number : gap(cells + 3), ...part]);
  });
  const page = overlay(`${facts.file}:${facts.line}`, body, size, words);
  const keys = [...overlayKeys(words), { key: "e", does: words.keys.edit }];
  return { ...page, foot: [EMPTY_ROW, keyHintRow(keys, size)] };
}

/** Returns the row at which the marked line of a source page begins, so that the page can be scrolled there. */
export function sourceOffset(facts: SourceFacts, size: Size): number {
  const cells = columnWidth(size) - String(facts.lines.length).length - 3;
  return facts.lines
    .slice(0, Math.max(0, facts.line - 3))
    .reduce((rows, text) => rows + wrapRow(row(visibleText(text)), cells).length, 0);
}

function overlay(title: string, body: readonly Row[], size: Size, words: Messages): Page {
  return {
    head: [EMPTY_ROW, row(title, "accent", "bold"), EMPTY_ROW],
    body,
    foot: [EMPTY_ROW, keyHintRow(overlayKeys(words), size)],
  };
}

function overlayKeys({ keys }: Messages): readonly KeyHint[] {
  return [
    { key: "Esc", does: keys.back },
    { key: signs("↑ ↓"), does: keys.scroll },
  ];
}
