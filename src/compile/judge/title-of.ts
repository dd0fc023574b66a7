import type { Section } from "../blocks/outline.ts";
import { isContentsLabel } from "../words/labels.ts";

/** Returns a file's only top-level heading with everything below it, a table of contents beside it too; `null` if it has more. */
export function titleOf([first, ...others]: readonly Section[]): Section | null {
  if (first === undefined || !others.every(isContents) || !isTitle(first)) return null;
  return others.length === 0 ? first : { ...first, sections: [...first.sections, ...others] };
}

/** Tells whether a section is no chapter beside the title: a table of contents, or all that has been in it. */
function isContents({ heading }: Section): boolean {
  return isContentsLabel(heading.line.text);
}

/** Tells whether a file's only top-level heading is its title; one of a lower level with no sections is a heading like others. */
function isTitle({ heading, sections }: Section): boolean {
  return heading.rank === 1 || sections.length > 0;
}
