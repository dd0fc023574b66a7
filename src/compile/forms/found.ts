import type { LeftOutRule, Problem } from "../../base/problem.ts";
import type { Block, Heading } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import type { CardMark } from "../marks/card-mark.ts";
import { asListed } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { placeAt } from "../source/document.ts";
import type { Prompt } from "./prompt.ts";

/** A note that asks for something. */
export interface Question {
  readonly form: "question";
  /** `outline` = the heading of a chapter with its summary. */
  readonly manner: "basic" | "outline";
  /** `both` = the answer may ask for the prompt, too. */
  readonly ways: "one" | "both";
  readonly prompt: Prompt;
  readonly answer: readonly ContentPart[];
  readonly mark: CardMark | null;
  /** The headings above, outermost first. */
  readonly trail: readonly string[];
}

/** A text with hidden pieces. */
export interface Cloze {
  readonly form: "cloze";
  /** Blocks of the same surroundings. */
  readonly content: readonly Block[];
  readonly mark: CardMark | null;
  readonly trail: readonly string[];
}

/** A note as one of the forms has found it; what kind of card it becomes is decided later. */
export type Found = Question | Cloze;

/** Returns a question with its answer, to be asked in one way only. */
export function questionIn(
  { trail }: { readonly trail: readonly string[] },
  parts: Pick<Question, "prompt" | "answer" | "mark">,
): Question {
  return { form: "question", manner: "basic", ways: "one", trail, ...parts };
}

/** What has been found, and what is wrong with it. */
export interface Findings {
  readonly notes: readonly Found[];
  readonly problems: readonly Problem[];
}

export const NOTHING: Findings = { notes: [], problems: [] };

/** Returns findings one after the other. */
export function allOf(findings: readonly Findings[]): Findings {
  return {
    notes: findings.flatMap((each) => each.notes),
    problems: findings.flatMap((each) => each.problems),
  };
}

/** What a form makes of the blocks from one on: what it has found, and where it stops. */
export interface Step {
  readonly findings: Findings;
  /** The index of the first block behind it. */
  readonly next: number;
  /** `open` = what follows, up to the next note, belongs to the answer of its last question. */
  readonly end: "closed" | "open";
}

/** Returns the note that a rule keeps a section from being a card. */
export function leftOut(document: Document, { line }: Heading, rule: LeftOutRule): Findings {
  const place = placeAt(document, line.inline.starts[line.whole.from] ?? 0);
  return {
    notes: [],
    problems: [{ code: "section-left-out", place, data: { heading: asListed(line.title), rule } }],
  };
}

/** Returns the complaint that nothing answers a prompt. */
export function answerMissing(prompt: Prompt): Findings {
  const { line, passage } = prompt;
  return {
    notes: [],
    problems: [{ code: "answer-missing", place: passage.content.place, data: { prompt: line } }],
  };
}
