import type { NoteType } from "../package/collection.ts";
import { CARD_STYLE } from "./style.ts";
import {
  choiceTemplates,
  clozeTemplates,
  questionTemplates,
  reverseTemplate,
  typedTemplates,
} from "./templates.ts";
import type { Front, Sides } from "./templates.ts";

/** Which of our five note types a note belongs to. */
export type NoteTypeName = "question" | "both-ways" | "cloze" | "typed" | "choice";

/** All note types, in the order of their ids. */
export const NOTE_TYPE_NAMES: readonly NoteTypeName[] = ["question", "both-ways", "cloze", "typed", "choice"];

/**
 * The ids are what Anki knows a note type by: they are the same in every package, for ever. So are the lists of
 * fields below: with one field more or less Anki takes the type for another and updates none of the notes it has.
 * What may be needed one day goes into the two that are spare.
 */
const IDS: Readonly<Record<NoteTypeName, number>> = {
  question: 1735689600101,
  "both-ways": 1735689600102,
  cloze: 1735689600103,
  typed: 1735689600104,
  choice: 1735689600105,
};

const LABELS: Readonly<Record<NoteTypeName, string>> = {
  question: "sluice 问答 Question",
  "both-ways": "sluice 双向 Both ways",
  cloze: "sluice 填空 Cloze",
  typed: "sluice 默写 Typed",
  choice: "sluice 选择 Choice",
};

/** What every note has behind its own fields: where it stands in the notes, its uid, and room for later. */
const SHARED = ["Context", "ContextEn", "Key", "Extra1", "Extra2"] as const;
const ASKING = ["Question", "QuestionEn", "Answer", "AnswerEn"] as const;

/** A field of one of our note types. `...En` holds the English of a note that has Chinese too; the other holds Chinese, or the only language there is. */
export type FieldName =
  | (typeof ASKING)[number]
  | (typeof SHARED)[number]
  | "Text"
  | "TextEn"
  | "Accepted"
  | "AcceptedEn"
  | "Options"
  | "OptionsEn"
  | "Right"
  | "RightEn"
  | "Explanation"
  | "ExplanationEn";

/** The fields of each type, in the order of their ids. */
export const FIELDS: Readonly<Record<NoteTypeName, readonly FieldName[]>> = {
  question: [...ASKING, ...SHARED],
  "both-ways": [...ASKING, ...SHARED],
  cloze: ["Text", "TextEn", ...SHARED],
  typed: [...ASKING, "Accepted", "AcceptedEn", "Explanation", "ExplanationEn", ...SHARED],
  choice: [
    "Question",
    "QuestionEn",
    "Options",
    "OptionsEn",
    "Right",
    "RightEn",
    "Answer",
    "AnswerEn",
    "Explanation",
    "ExplanationEn",
    ...SHARED,
  ],
};

/** Returns the id of a note type. */
export function noteTypeId(name: NoteTypeName): number {
  return IDS[name];
}

/** Returns the note type that has an id; `null` if it is none of ours. */
export function noteTypeOfId(id: number): NoteTypeName | null {
  return NOTE_TYPE_NAMES.find((name) => IDS[name] === id) ?? null;
}

/** Returns a note type whose cards ask in the language of `front`. */
export function noteTypeIn(name: NoteTypeName, front: Front): NoteType {
  const id = IDS[name];
  return {
    id,
    name: LABELS[name],
    kind: name === "cloze" ? "cloze" : "normal",
    fields: FIELDS[name].map((field, index) => ({ id: partId(id, index), name: field })),
    templates: templatesOf(name, front).map((sides, index) => ({
      id: partId(id, TEMPLATES_FROM + index),
      name: index === 0 ? "问 Ask" : "反问 Reverse",
      ...sides,
    })),
    css: CARD_STYLE,
  };
}

/** Where the ids of templates begin among those of the parts of a type. */
const TEMPLATES_FROM = 90;

/** The id of a field or a template follows from its place: no place is ever given to another. */
function partId(noteType: number, place: number): number {
  return noteType * 100 + place;
}

function templatesOf(name: NoteTypeName, front: Front): readonly Sides[] {
  switch (name) {
    case "question":
      return [questionTemplates(front)];
    case "both-ways":
      return [questionTemplates(front), reverseTemplate(front)];
    case "cloze":
      return [clozeTemplates(front)];
    case "typed":
      return [typedTemplates(front)];
    case "choice":
      return [choiceTemplates(front)];
  }
}
