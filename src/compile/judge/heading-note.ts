import type { Block, Heading } from "../blocks/block.ts";
import { trimBlocks } from "../blocks/blocks.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { leadsNowhere, partsOf, trimParts } from "../blocks/content-parts.ts";
import { isLink, type Line } from "../blocks/line.ts";
import { holdOnlyLinks } from "../blocks/links.ts";
import { cutBlocks, cutAnswer } from "../blocks/passage.ts";
import { quotesAt, unquoted } from "../blocks/quotes.ts";
import { bareQuestions } from "../forms/bare-questions.ts";
import { isTaskList, isTickedList } from "../forms/choice-form.ts";
import type { Context } from "../forms/context.ts";
import { isAnswerFold, leadOfFold } from "../forms/folds.ts";
import type { Findings } from "../forms/found.ts";
import { allOf, answerMissing, leftOut, questionIn } from "../forms/found.ts";
import { piecesOf } from "../forms/pieces.ts";
import type { Prompt } from "../forms/prompt.ts";
import { promptOf, promptOfParts, promptShowing } from "../forms/prompt.ts";
import { columnsOf, shortLine } from "../forms/short-line.ts";
import { isAnotherQuestion } from "../forms/unanswered.ts";
import { asListed, htmlText, plainText } from "../plain-text.ts";
import { isQuestion } from "../words/asks.ts";
import {
  beginsAnswer,
  isAnswerLabel,
  isQuestionLabel,
  isRemarkOnQuestion,
  isUnfoldLabel,
} from "../words/labels.ts";
import { isAnsweredElsewhere } from "./answered-elsewhere.ts";

/** What stands below a heading: what it asks about, and the answer. */
interface Body {
  readonly subject: readonly Block[];
  readonly answer: readonly ContentPart[];
}

/** How many blocks may stand between a question and the label of its answer, or its options. */
const FARTHEST_ANSWER = 6;

/** How many columns a question takes that stands below its topic. */
const LONGEST_TOPIC_QUESTION = 120;

/** Finds the note of a heading that the blocks below it answer. */
export function headingNote(context: Context, heading: Heading, blocks: readonly Block[]): Findings {
  const visible = trimBlocks(blocks);
  const { subject, answer } = bodyOf(context, heading, visible);
  const prompt = promptAbout(context, heading, subject);
  const parts = trimParts(answer);
  if (leadsNowhere(parts) || isAnotherQuestion(parts) || isAnsweredElsewhere(visible)) {
    const missed = isAsked(heading) || subject.length > 0;
    return missed ? answerMissing(prompt) : leftOut(context.document, heading, "no-body");
  }
  const bare = visible.every(mayAsk) ? bareQuestions(context, visible, 0) : null;
  if (bare?.next === visible.length) return allOf([answerMissing(prompt), bare.findings]);
  return { notes: [questionIn(context, { prompt, answer: parts, mark: heading.block.mark })], problems: [] };
}

/** Tells whether a block may be nothing but questions. */
function mayAsk({ node }: Block): boolean {
  return node.type === "paragraph" || node.type === "list";
}

/** Tells whether somebody misses an answer below a heading: it asks, or has its number among questions. */
function isAsked({ line, block }: Heading): boolean {
  if (block.mark !== null) return true;
  return (line.manner !== "tells" || line.numbering !== null) && !isLink(line);
}

function bodyOf(context: Context, heading: Heading, blocks: readonly Block[]): Body {
  return (
    labelledBody(context, blocks) ??
    choiceBody(heading, blocks) ??
    topicBody(context, heading, blocks) ?? { subject: [], answer: partsOf(answerIn(blocks)) }
  );
}

/** Returns the body whose answer has a label: `Answer:`, a heading `参考答案`, a summary to unfold. */
function labelledBody(context: Context, blocks: readonly Block[]): Body | null {
  for (const [index, block] of blocks.slice(0, FARTHEST_ANSWER).entries()) {
    const lead = index === 0 ? firstLeadOf(context, block) : leadOf(context, block);
    if (lead !== null) {
      const above = blocks.slice(0, index);
      const remark = above.findIndex(isRemark);
      const asked = remark === -1 || above.slice(remark).some(isShown) ? index : remark;
      const answer = [...partsOf(above.slice(asked)), ...lead, ...partsOf(blocks.slice(index + 1))];
      return { subject: above.slice(0, asked), answer };
    }
  }
  return null;
}

/** Tells whether a block begins to say something of the question that belongs to its answer. */
function isRemark({ node }: Block): boolean {
  return node.type === "paragraph" && isRemarkOnQuestion(plainText([node]));
}

/** Tells whether a block is what a question may be about. */
function isShown({ node }: Block): boolean {
  return node.type === "code" || node.type === "list" || node.type === "table";
}

/** Tells whether some blocks begin with the label of an answer, or with a remark above one. */
export function isAnsweredByLabel(context: Context, blocks: readonly Block[]): boolean {
  const [first] = blocks;
  if (first === undefined || labelledBody(context, blocks) === null) return false;
  return isRemark(first) || leadOf(context, first) !== null;
}

/** Tells whether the answer among some blocks has a label, with something to be asked about before it. */
export function isAnsweredBelow(context: Context, blocks: readonly Block[]): boolean {
  const body = labelledBody(context, blocks);
  return body !== null && body.subject.length > 0;
}

/** Tells whether a block only says that more is to be unfolded. */
function isUnfolding({ node }: Block): boolean {
  return node.type === "html" && isUnfoldLabel(htmlText(node.value));
}

/** Returns what of a block that begins an answer stands behind the label; `null` if there is no label. */
function leadOf(context: Context, block: Block): readonly ContentPart[] | null {
  const { node } = block;
  if (node.type === "html") return isAnswerFold(block) ? leadOfFold(context, node) : null;
  if (node.type === "heading") return leadOfHeading(block);
  return node.type === "paragraph" ? labelledLeadOf(context, block) : null;
}

/** Returns what of the block right below a heading stands behind a label; an item may have it, too: `- A: Because.` */
function firstLeadOf(context: Context, block: Block): readonly ContentPart[] | null {
  if (isUnfolding(block)) return [];
  return block.node.type === "list" ? labelledLeadOf(context, block) : leadOf(context, block);
}

function labelledLeadOf(context: Context, block: Block): readonly ContentPart[] | null {
  const [first, ...others] = piecesOf(context, block);
  const below = others.flatMap((piece) => (piece.type === "block" ? [piece] : []));
  if (first?.type !== "answer" || below.length < others.length) return null;
  return [{ type: "lines", passage: cutAnswer(context.document, first.inline, first.range) }, ...below];
}

/** Returns a heading such as `Answer: D`, which says something by itself; nothing of `Answer`. */
function leadOfHeading(block: Block): readonly ContentPart[] | null {
  const title = plainText([block.node]);
  if (!beginsAnswer(title)) return null;
  return isAnswerLabel(title) && !/\d/.test(title) ? [] : partsOf([block]);
}

/** Returns the body of a choice, whose options may stand below what they are about; a topic offers none without a tick. */
function choiceBody({ line }: Heading, blocks: readonly Block[]): Body | null {
  const isOffered = line.manner === "tells" ? isTickedList : isTaskList;
  const options = blocks.slice(0, FARTHEST_ANSWER).findIndex(isOffered);
  const subject = blocks.slice(0, Math.max(0, options));
  if (options === -1 || subject.some((block) => block.node.type === "heading")) return null;
  return { subject, answer: partsOf(blocks.slice(options)) };
}

/** Returns the body of a heading that names a topic, if the first line below it is what asks. */
function topicBody(context: Context, heading: Heading, blocks: readonly Block[]): Body | null {
  const [first, ...rest] = blocks;
  if (heading.line.manner !== "tells" || first === undefined) return null;
  const line = shortLine(context, first);
  if (line === null || !asksBelow(heading, line)) return null;
  // A longer text that leads up to a question begins to answer it.
  const text = columnsOf(line.text) > LONGEST_TOPIC_QUESTION || /[。；;]/.test(line.text);
  return text && rest.length > 0 ? null : { subject: [first], answer: partsOf(answerIn(rest)) };
}

/** Tells whether a line asks below a topic: by its mark, but the label of a question leaves no doubt. */
function asksBelow({ line: { title } }: Heading, { text, manner }: Line): boolean {
  return isQuestionLabel(title) ? manner !== "tells" : isQuestion(text);
}

/** Returns the blocks that answer: quotes lose their marks, and links below them are no part of it. */
function answerIn(blocks: readonly Block[]): readonly Block[] {
  const quotes = quotesAt(blocks, 0);
  const rest = trimBlocks(blocks.slice(quotes.length));
  return quotes.length > 0 && (rest.length === 0 || holdOnlyLinks(rest)) ? unquoted(quotes) : blocks;
}

/** Returns the prompt of a heading with what it asks about; a topic is listed with the question below it. */
function promptAbout(context: Context, heading: Heading, subject: readonly Block[]): Prompt {
  const prompt = promptOf(context, heading.line);
  if (subject.length === 0) return prompt;
  if (isQuestionLabel(heading.line.title)) return promptOfParts(context, partsOf(subject));
  const shown = promptShowing(prompt, cutBlocks(context.document, subject));
  const question = heading.line.manner === "tells" ? shortLine(context, subject[0]) : null;
  if (question === null || !isQuestion(question.text)) return shown;
  const colon = /\p{Script=Han}/u.test(prompt.line) ? "：" : ": ";
  return { ...shown, line: prompt.line + colon + asListed(question.text) };
}
