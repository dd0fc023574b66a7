import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { leadsNowhere, partsOf, trimParts } from "../blocks/content-parts.ts";
import { asks } from "../words/asks.ts";
import {
  isAroundNotes,
  isAside,
  isAspect,
  isContentsLabel,
  isMiscellany,
  isUnfoldLabel,
} from "../words/labels.ts";
import type { Context } from "./context.ts";
import { cutHtml, endOfFold, foldsIn } from "./folds.ts";
import type { Step } from "./found.ts";
import { allOf, answerMissing, questionIn } from "./found.ts";
import { promptOfPassage } from "./prompt.ts";

/** Finds questions to unfold, `<details><summary>What is ...?</summary>`, and topics among them: each is answered down to its `</details>`. */
export function detailsForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block?.node.type !== "html") return null;
  const { node, mark } = block;
  const folds = foldsIn(node.value);
  const titles = folds.map(({ title }) => cutHtml(context.document, node, title));
  if (titles.length === 0 || !titles.every(({ words }) => isAsked(context, words))) return null;
  const end = endOfFold(blocks, at);
  const rest = partsOf(blocks.slice(at + 1, end + 1));
  const findings = folds.map(({ title, body }, index) => {
    const prompt = promptOfPassage(cutHtml(context.document, node, title));
    const lead: ContentPart = { type: "lines", passage: cutHtml(context.document, node, body) };
    const answer = trimParts(index === folds.length - 1 ? [lead, ...rest] : [lead]);
    if (leadsNowhere(answer)) return answerMissing(prompt);
    return {
      notes: [questionIn(context, { prompt, answer, mark: index === 0 ? mark : null })],
      problems: [],
    };
  });
  return { findings: allOf(findings), next: end + 1, end: "closed" };
}

/** Tells whether a summary is a prompt: it asks, or is a topic among those that do. */
function isAsked({ habits }: Context, title: string): boolean {
  if (isUnfoldLabel(title)) return false;
  return asks(title) || (habits.folds === "questions" && isTopic(title));
}

/** Tells whether a title names something to be asked for: not a part of an answer, nor what stands around the notes. */
function isTopic(title: string): boolean {
  const isPart = isAspect(title) || isAside(title);
  return !isPart && !isContentsLabel(title) && !isAroundNotes(title) && !isMiscellany(title);
}
