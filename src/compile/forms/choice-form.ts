import type { Block } from "../blocks/block.ts";
import { partsOf } from "../blocks/content-parts.ts";
import { cutBlocks } from "../blocks/passage.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import { questionIn } from "./found.ts";
import { promptOf, promptShowing } from "./prompt.ts";
import { shortLine } from "./short-line.ts";

/** What may stand between a question and its options: what the question is about. */
const SUBJECTS: ReadonlySet<string> = new Set(["code", "table", "html"]);

/** Tells whether a block is a task list: each of its items has a box to tick. */
export function isTaskList(block: Block | undefined): boolean {
  return (
    block?.node.type === "list" && block.node.children.every((item) => typeof item.checked === "boolean")
  );
}

/** Tells whether a block is a task list with a tick: without one it may be a list of things to be done. */
export function isTickedList(block: Block | undefined): boolean {
  return (
    isTaskList(block) &&
    block?.node.type === "list" &&
    block.node.children.some((item) => item.checked === true)
  );
}

/** Finds a line that asks and the task list below it; what follows explains the answer. */
export function choiceForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block?.node.type !== "paragraph") return null;
  const options = optionsBelow(blocks, at);
  const list = blocks[options];
  const line = isTaskList(list) ? shortLine(context, block) : null;
  if (list === undefined || line === null || line.manner === "tells") return null;
  const prompt = promptOf(context, line);
  const subject = blocks.slice(at + 1, options);
  const note = questionIn(context, {
    prompt: subject.length === 0 ? prompt : promptShowing(prompt, cutBlocks(context.document, subject)),
    answer: partsOf([list]),
    mark: block.mark,
  });
  return { findings: { notes: [note], problems: [] }, next: options + 1, end: "open" };
}

/** Returns the index of the first block below a line that isn't what the line is about. */
function optionsBelow(blocks: readonly Block[], at: number): number {
  let options = at + 1;
  while (SUBJECTS.has(blocks[options]?.node.type ?? "")) options += 1;
  return options;
}
