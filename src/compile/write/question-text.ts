import type { ListItem } from "mdast";

import { unreachable } from "../../base/never.ts";
import type { CardKind } from "../../card/card.ts";
import type { Content, NoteBody, Option } from "../../card/note-text.ts";
import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { blocksIn, cutParts, trimParts } from "../blocks/content-parts.ts";
import type { Passage } from "../blocks/passage.ts";
import { cutBlocks } from "../blocks/passage.ts";
import { isTaskList, isTickedList } from "../forms/choice-form.ts";
import type { Question } from "../forms/found.ts";
import type { NoteKind } from "../marks/traits.ts";
import type { Document } from "../source/document.ts";
import { frameOf } from "../source/frame.ts";
import { asks } from "../words/asks.ts";

/** The kinds of card that a question can become. */
export type QuestionKind = Exclude<CardKind, "cloze">;

/** What a question's kind needs to be drawn, and the words of its answer. */
export interface QuestionText {
  readonly body: Exclude<NoteBody, { kind: "cloze" }>;
  readonly answer: string;
}

/** Returns the kind that is asked for, if the answer is written in its form; `null` if it isn't. */
export function fittingKind(question: Question, wanted: NoteKind): QuestionKind | null {
  switch (wanted) {
    case "choice":
      return isTaskList(listIn(question)) ? wanted : null;
    case "order":
      return listIn(question) === undefined ? null : wanted;
    case "cloze":
    case "table":
      return null;
    default:
      return wanted;
  }
}

/** Returns the kind that an answer suggests. */
export function suggestedKind(question: Question): QuestionKind {
  const list = listIn(question);
  const isOffered = isTickedList(list) || (isTaskList(list) && asks(question.prompt.line));
  return isOffered ? "choice" : question.manner;
}

/** Writes a question down as a card of a kind that fits it. */
export function questionText(document: Document, question: Question, kind: QuestionKind): QuestionText {
  const prompt = question.prompt.passage.content;
  switch (kind) {
    case "choice":
      return choiceText(document, question, prompt);
    case "order":
      return orderText(document, question, prompt);
    case "typed":
    case "number":
      return typedText(document, question, { kind, prompt });
    case "basic":
    case "outline":
    case "error":
    case "exercise": {
      const { content, words } = cutParts(document, question.answer);
      return { body: { kind, prompt, answer: content }, answer: words };
    }
    default:
      return unreachable(kind);
  }
}

function choiceText(document: Document, question: Question, prompt: Content): QuestionText {
  const { items, explanation } = listText(document, question);
  const options = items.map(
    ({ item, passage }): Option => ({ content: withoutBox(passage.content), verdict: verdictOf(item) }),
  );
  const words = items.map(
    ({ item, passage }) => `${verdictOf(item) === "right" ? "+" : "-"} ${passage.words}`,
  );
  return {
    body: { kind: "choice", prompt, options, explanation: explanation?.content ?? null },
    answer: linesOf(words, explanation),
  };
}

/** Before code or a link the tree leaves the box to tick in the paragraph's text. */
function withoutBox({ markdown, place }: Content): Content {
  const box = /^\[[ xX]\]\s+/u.exec(markdown)?.[0] ?? "";
  return { markdown: markdown.slice(box.length), place: { ...place, column: place.column + box.length } };
}

function orderText(document: Document, question: Question, prompt: Content): QuestionText {
  const { items, explanation } = listText(document, question);
  const contents = items.map(({ passage }) => passage.content);
  const words = items.map(({ passage }) => passage.words);
  return {
    body: { kind: "order", prompt, items: contents, explanation: explanation?.content ?? null },
    answer: linesOf(words, explanation),
  };
}

/** The first part of the answer is to be typed; strokes part the answers that count as right. */
function typedText(
  document: Document,
  question: Question,
  { kind, prompt }: { readonly kind: "typed" | "number"; readonly prompt: Content },
): QuestionText {
  const [first, ...rest] = question.answer;
  const typed = first === undefined ? "" : cutParts(document, [first]).words;
  const explanation = explanationOf(document, rest);
  const accepted = typed.split(/\s*[|｜\n]\s*/).filter((answer) => answer !== "");
  return {
    body: { kind, prompt, accepted, explanation: explanation?.content ?? null },
    answer: linesOf([typed], explanation),
  };
}

interface ListText {
  readonly items: readonly { readonly item: ListItem; readonly passage: Passage }[];
  readonly explanation: Passage | null;
}

/** Cuts the list of an answer into its items; everything around it explains them. */
function listText(document: Document, question: Question): ListText {
  const list = listIn(question);
  const rest = question.answer.filter((part) => part.type !== "block" || part.block !== list);
  const explanation = explanationOf(document, rest);
  if (list?.node.type !== "list") return { items: [], explanation };
  const { frames } = list;
  const items = list.node.children.map((item) => {
    const inner = [...frames, frameOf(item, frames)];
    const blocks = item.children.map((node): Block => ({ node, frames: inner, mark: null }));
    return { item, passage: cutBlocks(document, blocks) };
  });
  return { items, explanation };
}

function listIn({ answer }: Question): Block | undefined {
  return blocksIn(answer).find(({ node }) => node.type === "list");
}

function explanationOf(document: Document, parts: readonly ContentPart[]): Passage | null {
  const trimmed = trimParts(parts);
  return trimmed.length === 0 ? null : cutParts(document, trimmed);
}

function verdictOf(item: ListItem): Option["verdict"] {
  return item.checked === true ? "right" : "wrong";
}

function linesOf(words: readonly string[], explanation: Passage | null): string {
  return [...words, ...(explanation === null ? [] : [explanation.words])].join("\n");
}
