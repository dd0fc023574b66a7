import { isAnswerLabel } from "../words/labels.ts";
import { ordinalOf } from "../words/numbering.ts";
import type { Outline, Section } from "./outline.ts";

/** Fewer answers may have the numbers of questions by chance. */
const FEWEST = 3;

/**
 * Returns an outline in which answers that stand together behind all questions are below their questions: `3. D` below
 * `Answers` goes with the label to `3. Gears`.
 */
export function joinAnswers<Kind extends Outline>(outline: Kind): Kind {
  const sections = outline.sections.map((section) => joinAnswers(section));
  const end = sections.findIndex(({ heading }) => isAnswerLabel(heading.line.text));
  const answers = sections[end];
  if (answers === undefined) return { ...outline, sections };
  const byNumber = new Map(answers.sections.flatMap((answer) => entryOf(answer)));
  const above = sections.slice(0, end);
  const joined = answered(above, answers, byNumber);
  if (joined === null) return { ...outline, sections };
  return { ...outline, sections: [...joined, ...sections.slice(end + 1)] };
}

/** Returns sections, or else the sections of the last one, with their answers below them; `null` if these are too few. */
function answered(
  sections: readonly Section[],
  answers: Section,
  byNumber: ReadonlyMap<number, Section>,
): readonly Section[] | null {
  const joined = sections.map((section) => withAnswer(section, answers, byNumber));
  if (joined.filter((section, index) => section !== sections[index]).length >= FEWEST) return joined;
  const last = sections.at(-1);
  const inner = last === undefined ? null : answered(last.sections, answers, byNumber);
  return last === undefined || inner === null
    ? null
    : [...sections.slice(0, -1), { ...last, sections: inner }];
}

function withAnswer(section: Section, label: Section, byNumber: ReadonlyMap<number, Section>): Section {
  const answer = entryOf(section).flatMap(([number]) => byNumber.get(number) ?? []);
  const [found] = answer;
  if (found === undefined) return section;
  return { ...section, sections: [...section.sections, { ...label, blocks: [], sections: [found] }] };
}

function entryOf(section: Section): readonly (readonly [number: number, section: Section])[] {
  const { numbering } = section.heading.line;
  return numbering === null ? [] : [[ordinalOf(numbering), section]];
}
