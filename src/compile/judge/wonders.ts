import type { Block } from "../blocks/block.ts";
import type { Findings } from "../forms/found.ts";

/** So many blocks of text for each that asks tell what it is about. */
const MOSTLY_TEXT = 3;

/** Tells whether what asks below a topic, and has no answer, is only a figure of speech in a longer text. */
export function wonders(own: readonly Block[], { problems }: Findings): boolean {
  const asked = problems.filter(({ code }) => code === "answer-missing").length;
  return asked > 0 && asked === problems.length && asked * MOSTLY_TEXT < own.length;
}
