import type { Heading, RootContent } from "mdast";

import type { Content } from "../../card/note-text.ts";
import { asListed, plainText } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { placeAt } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";

/** What an exercise tells, by the names of its headings in both languages. */
const HEADINGS = {
  symptom: ["symptom", "症状"],
  hints: ["hints", "提示"],
  why: ["why", "为什么"],
  interview: ["interview", "面试"],
  rootCause: ["root cause", "根因"],
} as const;

export type SectionName = keyof typeof HEADINGS;
export const SECTION_NAMES = Object.keys(HEADINGS) as readonly SectionName[];

/** What stands below one heading. */
export interface ExerciseSection {
  readonly nodes: readonly RootContent[];
  readonly content: Content;
}

/** The text of an exercise in one language, taken apart. */
export interface ExerciseSections {
  /** Its first heading; `null` if it has none of the first rank. */
  readonly title: { readonly text: string; readonly content: Content } | null;
  readonly sections: ReadonlyMap<SectionName, ExerciseSection>;
}

/** Takes the text of an exercise apart at its headings; a heading that is none of ours belongs to the section above. */
export function exerciseSections(document: Document): ExerciseSections {
  const { children } = document.root;
  const title = children.find((node) => node.type === "heading" && node.depth === 1);
  const heads = children.flatMap((node, index) => {
    const name = node.type === "heading" && node.depth === 2 ? nameOf(node) : undefined;
    return name === undefined ? [] : [{ name, index }];
  });
  const sections = heads.map(({ name, index }, number) => {
    const nodes = children.slice(index + 1, heads[number + 1]?.index);
    return [name, { nodes, content: contentOf(document, nodes) }] as const;
  });
  return {
    title: title?.type === "heading" ? titleOf(document, title) : null,
    sections: new Map(sections),
  };
}

function nameOf(heading: Heading): SectionName | undefined {
  const text = plainText([heading]).toLowerCase();
  return SECTION_NAMES.find((name) => HEADINGS[name].some((known) => known === text));
}

function titleOf(document: Document, heading: Heading): NonNullable<ExerciseSections["title"]> {
  return { text: asListed(plainText([heading])), content: contentOf(document, heading.children) };
}

/** Returns nodes that follow each other as one piece of Markdown. */
function contentOf(
  document: Document,
  nodes: readonly (RootContent | Heading["children"][number])[],
): Content {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return { markdown: "", place: placeAt(document, 0) };
  const { start } = extentOf(first);
  return { markdown: document.text.slice(start, extentOf(last).end), place: placeAt(document, start) };
}
