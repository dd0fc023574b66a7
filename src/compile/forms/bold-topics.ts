import type { Part } from "../blocks/block.ts";
import { roughLines } from "../blocks/rough-line.ts";
import { asks, isStatement } from "../words/asks.ts";
import { isAside, isAspect } from "../words/labels.ts";

/** Fewer questions in bold type say nothing about the other bold lines. */
const FEWEST = 10;

/** One bold line in so many is a topic at least: a few among many questions are parts of answers. */
const LEAST_SHARE = 3;

/** One topic in so many may have the words of another: parts of answers are called alike. */
const ALIKE_EVERY = 6;

/** Tells whether a bold line may name a topic: it leads to nothing, and says something by itself. */
export function mayBeTopic(text: string): boolean {
  return !/[:：]$/u.test(text) && !isStatement(text) && !isAspect(text) && !isAside(text);
}

/** Tells whether the lines in bold type that ask nothing are topics among questions: there are many, but no more than questions, and each is another. */
export function boldLinesAreTopics(parts: readonly Part[]): boolean {
  const lines = parts.flatMap(boldLineIn);
  const topics = lines.filter((text) => !asks(text));
  const asking = lines.length - topics.length;
  if (asking < FEWEST || topics.length > asking || topics.length * LEAST_SHARE < lines.length) return false;
  return (topics.length - new Set(topics).size) * ALIKE_EVERY <= topics.length;
}

/** Returns what a paragraph says that is one line in bold type without a number. */
function boldLineIn(part: Part): readonly string[] {
  const node = part.type === "block" ? part.block.node : null;
  const [line, ...others] = node?.type === "paragraph" ? roughLines(node) : [];
  if (line === undefined || others.length > 0 || line.weight !== "bold" || line.numbering !== null) return [];
  return [line.text];
}
