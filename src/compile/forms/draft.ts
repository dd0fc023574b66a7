import type { ContentPart } from "../blocks/content-parts.ts";
import { cutParts, leadsNowhere, trimParts } from "../blocks/content-parts.ts";
import type { Line } from "../blocks/line.ts";
import { askedFirst, lineOf } from "../blocks/line.ts";
import { cutAnswer } from "../blocks/passage.ts";
import type { CardMark } from "../marks/card-mark.ts";
import { asks, asksOn } from "../words/asks.ts";
import { NUMERAL } from "../words/numbering.ts";
import type { Context } from "./context.ts";
import type { Findings } from "./found.ts";
import { answerMissing, NOTHING, questionIn } from "./found.ts";
import type { Prompt } from "./prompt.ts";
import { promptOf, promptOfParts, promptShowing } from "./prompt.ts";
import { answersNothing, isAnotherQuestion, isBareQuestion } from "./unanswered.ts";

/** A question with what has been read below it so far. */
export interface Draft {
  readonly line: Line;
  readonly mark: CardMark | null;
  /** What stands between the question's line and the label of its answer; all of it, as long as there is no label. */
  readonly before: ContentPart[];
  /** What stands behind the label of the answer. */
  readonly behind: ContentPart[];
  labelled: "answer" | "question";
}

/** Finds the note that a draft comes to, or what is missing in it. */
export function finishDraft(context: Context, draft: Draft): Findings {
  const { line, mark, labelled } = draft;
  const before = trimParts(draft.before);
  if (line.text === "" && labelled === "question") return labelAlone(context, draft, before);
  const prompt = isTrouble(draft) ? null : promptWith(context, line, labelled === "answer" ? before : []);
  if (prompt === null) return NOTHING;
  const answer = labelled === "answer" ? trimParts(draft.behind) : before;
  return answersNothing(line, answer)
    ? unanswered(context, draft, prompt)
    : { notes: [questionIn(context, { prompt, answer, mark })], problems: [] };
}

/** Tells whether a label that also stands in front of what goes wrong (`问题：`) does so: nothing is asked, by words or a mark, and no label answers. */
function isTrouble({ line, mark, labelled }: Draft): boolean {
  return (
    mark === null &&
    labelled === "question" &&
    /^(?:问题|problem)\s*[:：]/iu.test(line.title) &&
    !asks(line.text)
  );
}

/** Finds a question that nothing below it answers: its own line may, else the answer is missing. */
function unanswered(context: Context, draft: Draft, prompt: Prompt): Findings {
  const found = inOneLine(context, draft);
  if (found !== null) return found;
  return draft.line.manner === "tells" ? NOTHING : answerMissing(prompt);
}

/** Finds a question whose answer stands behind it in the same line, with the links below: `1. Why? It rusts.`; `null` if nothing stands there. */
function inOneLine(context: Context, { line, mark, before, behind }: Draft): Findings | null {
  const { inline, bare } = line;
  const asked = askedFirst(line);
  if (asked === null) return null;
  const prompt = promptOf(context, lineOf(inline, asked));
  const passage = cutAnswer(context.document, inline, { from: asked.to, to: bare.to });
  if (asksOn(passage.words)) return null;
  const links = [...before, ...behind].filter((part) => !isAnotherQuestion([part]));
  const answer = trimParts([{ type: "lines", passage }, ...links]);
  return { notes: [questionIn(context, { prompt, answer, mark })], problems: [] };
}

/** Finds what follows a label that stands alone: a question in a paragraph of its own is answered by the rest, anything else is the question. */
function labelAlone(context: Context, { line, mark }: Draft, below: readonly ContentPart[]): Findings {
  const [asked, ...answer] = below;
  if (asked?.type === "block" && isBareQuestion(asked.block) && !leadsNowhere(answer)) {
    const prompt = promptOfParts(context, [asked]);
    return { notes: [questionIn(context, { prompt, answer, mark })], problems: [] };
  }
  const isNumbered = below.length > 0 && NUMBER.test(line.title);
  return isNumbered ? answerMissing(promptOfParts(context, below)) : NOTHING;
}

const NUMBER = new RegExp(`\\d|${NUMERAL}`, "u");

/** Returns a line with what stands below it as one prompt; `null` if there are no words in it. */
function promptWith(context: Context, line: Line, below: readonly ContentPart[]): Prompt | null {
  if (line.text === "") return below.length === 0 ? null : promptOfParts(context, below);
  const prompt = promptOf(context, line);
  return below.length === 0 ? prompt : promptShowing(prompt, cutParts(context.document, below));
}
