import type { Content, NoteBody, Option } from "../../card/note-text.ts";
import { clozeField } from "./cloze-field.ts";
import { escapeText } from "./escape.ts";
import type { HtmlStyle } from "./html-page.ts";
import { htmlOf } from "./html.ts";
import type { FieldName, NoteTypeName } from "./note-types.ts";
import { FIELDS } from "./note-types.ts";

/** What a note says in one language, and what is needed to show it. */
export interface NoteFace {
  readonly text: NoteBody;
  /** The headings above it and the versions for which it holds, in one line. */
  readonly context: string;
  readonly style: HtmlStyle;
}

/** A note in one or both languages. */
export interface NoteContent {
  /** Its uid. */
  readonly key: string;
  readonly noteType: NoteTypeName;
  /** The Chinese, or the only language there is. */
  readonly first: NoteFace;
  /** The English of a note that has Chinese too. */
  readonly english: NoteFace | null;
}

/** Returns the fields of a note as HTML, in the order of its type's. */
export function fieldsOf({ key, noteType, first, english }: NoteContent): readonly string[] {
  const values = { ...faceFields(first), Key: key };
  const others = english === null ? {} : englishNames(faceFields(english));
  const all: Readonly<Partial<Record<FieldName, string>>> = { ...values, ...others };
  const [question = "", ...rest] = FIELDS[noteType].map((name) => all[name] ?? "");
  // Anki takes a note whose first field is empty for no note at all.
  return [question === "" ? escapeText(key) : question, ...rest];
}

/** Returns the note type of a note; `siblings` are its cards. */
export function noteTypeFor(text: NoteBody, siblings: readonly string[]): NoteTypeName {
  if ("hidden" in text) return "cloze";
  if ("options" in text) return "choice";
  // Only one note type has a card for the way back.
  if (siblings.includes("r")) return "both-ways";
  return "accepted" in text ? "typed" : "question";
}

/** A field that comes in both languages. */
type LocalField =
  | "Question"
  | "Answer"
  | "Text"
  | "Accepted"
  | "Options"
  | "Right"
  | "Explanation"
  | "Context";
type FaceFields = Readonly<Partial<Record<LocalField, string>>>;

function englishNames(fields: FaceFields): Readonly<Partial<Record<FieldName, string>>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}En`, value]));
}

function faceFields({ text, context, style }: NoteFace): FaceFields {
  return { ...bodyFields(text, style), Context: escapeText(context) };
}

function bodyFields(text: NoteBody, style: HtmlStyle): FaceFields {
  if ("hidden" in text) return { Text: clozeField(text, style) };
  const html = (content: Content | null): string => (content === null ? "" : htmlOf(content.markdown, style));
  const Question = html(text.prompt);
  if ("answer" in text) return { Question, Answer: html(text.answer) };
  const Explanation = html(text.explanation);
  if ("options" in text) return { Question, ...optionFields(text.options, html), Explanation };
  if ("accepted" in text) return { Question, ...answerFields(text.accepted), Explanation };
  return { Question, Answer: listOf("ol", text.items.map(html)) + Explanation };
}

function optionFields(options: readonly Option[], html: (content: Content) => string): FaceFields {
  const right = options.flatMap(({ verdict }, index) => (verdict === "right" ? [index + 1] : []));
  const items = options.map(({ content }) => html(content));
  return {
    Options: items.map((item) => `<li>${item}</li>`).join(""),
    Right: right.join(","),
    Answer: listOf(
      "ul",
      right.map((number) => items[number - 1] ?? ""),
    ),
  };
}

/** The first answer is what a typed one is compared with: one line of plain text. */
function answerFields(accepted: readonly string[]): FaceFields {
  const [model = ""] = accepted;
  return {
    Answer: escapeText(model.replaceAll(/\s+/gu, " ").trim()),
    Accepted: accepted.map((answer) => `<b>${escapeText(answer)}</b>`).join(" | "),
  };
}

function listOf(tag: "ol" | "ul", items: readonly string[]): string {
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;
}
