import { beginsAnswer, isQuestionLabel } from "../words/labels.ts";
import { ordinalOf } from "../words/numbering.ts";
import type { Heading } from "./block.ts";

/** The headings above one, as far as they wait for an answer. */
interface Above {
  /** The last one, if it asks. */
  asked: Heading | null;
  /** The last one that is the label of a question. */
  labelled: Heading | null;
  /** How many have asked since the last answer. */
  waiting: number;
}

/** Puts headings such as `Answer: 4` below the question that stands above them, however high they are set. */
export function withAnswersBelow(headings: readonly Heading[]): readonly Heading[] {
  const above: Above = { asked: null, labelled: null, waiting: 0 };
  return headings.map((heading, index) => {
    const { numbering, text } = heading.line;
    if (numbering !== null || !beginsAnswer(text)) {
      readOn(above, heading);
      return heading;
    }
    const { asked } = above;
    const apart = asked === null || isApart(above, heading) || answersAll(headings, index, asked);
    above.labelled = null;
    above.waiting = 0;
    return apart ? heading : { ...heading, rank: Math.max(heading.rank, asked.rank + 0.5) };
  });
}

function readOn(above: Above, heading: Heading): void {
  const { manner, numbering, title } = heading.line;
  if (isQuestionLabel(title)) above.labelled = heading;
  above.asked = manner === "tells" && numbering === null ? null : heading;
  above.waiting = above.asked === null ? 0 : above.waiting + 1;
}

/** Tells whether an answer is not that of the last question: it has its own heading beside `Question`, or the others have gone without. */
function isApart({ asked, labelled, waiting }: Above, { rank }: Heading): boolean {
  return labelled?.rank === rank || (waiting > 1 && asked !== null && rank < asked.rank);
}

/** Tells whether the answers of all questions stand below a heading: they have the numbers up to that of the last question. */
function answersAll(headings: readonly Heading[], index: number, { line: last }: Heading): boolean {
  const rank = headings[index]?.rank ?? 0;
  const end = headings.findIndex((heading, at) => at > index && heading.rank <= rank);
  const below = headings.slice(index + 1, end === -1 ? headings.length : end);
  const numbers = below.flatMap(({ line }) => (line.numbering === null ? [] : [ordinalOf(line.numbering)]));
  return last.numbering !== null && numbers.length > 1 && numbers.at(-1) === ordinalOf(last.numbering);
}
