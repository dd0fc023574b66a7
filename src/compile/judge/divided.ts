import { isFooter } from "../blocks/blocks.ts";
import type { Outline, Section } from "../blocks/outline.ts";
import { labelledPairs } from "./labelled-pair.ts";
import { holdsQuestions } from "./roles.ts";

/** Tells whether what stands below a question is divided into cards of its own. */
export function isDivided(section: Section): boolean {
  if (section.sections.some(holdsMark) || labelledPairs(section.sections).length > 0) return true;
  if (!holdsQuestions(section) && !section.sections.some(headsQuestions)) return false;
  // Questions without a number belong to the numbered one above, which has begun to answer.
  const numbered = (part: Section): boolean => part.heading.line.numbering !== null;
  const begun =
    numbered(section) && (section.heading.line.manner !== "tells" || !holdsOnlyQuestions(section));
  return !begun || section.blocks.every(isFooter) || section.sections.some(numbered);
}

/** Tells whether a topic is a chapter: several questions stand below it, and nothing else. */
export function holdsOnlyQuestions({ sections }: Outline): boolean {
  return sections.length > 1 && sections.every(({ heading }) => heading.line.manner !== "tells");
}

/** Tells whether a section only heads questions: it says nothing by itself. */
function headsQuestions(section: Section): boolean {
  return section.blocks.every(isFooter) && holdsQuestions(section);
}

function holdsMark({ heading, blocks, sections }: Section): boolean {
  return (
    heading.block.mark !== null || blocks.some((block) => block.mark !== null) || sections.some(holdsMark)
  );
}
