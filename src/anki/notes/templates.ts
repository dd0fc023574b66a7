import { CHOICE_SCRIPT } from "./choice-script.ts";

/** The language in which cards ask; `both` = first Chinese, then English. */
export type Front = "zh" | "en" | "both";

/** The two sides of a card, in Anki's template language. */
export interface Sides {
  readonly question: string;
  readonly answer: string;
}

/** Returns the sides of a card that asks the question. */
export function questionTemplates(front: Front): Sides {
  return asking(
    front,
    shown(front, "Question"),
    shown(front, "Answer"),
    otherLanguage(front, "Question", "Answer"),
  );
}

/** Returns the sides of the card that asks for the question of an answer. */
export function reverseTemplate(front: Front): Sides {
  return asking(
    front,
    shown(front, "Answer"),
    shown(front, "Question"),
    otherLanguage(front, "Answer", "Question"),
  );
}

/** Returns the sides of a cloze: the same text twice, which Anki blanks or fills. */
export function clozeTemplates(front: Front): Sides {
  const text = `${context(front)}<div class="text">${shown(front, "Text", "cloze:")}</div>`;
  return { question: text, answer: `${text}<div id="answer"></div>${otherLanguage(front, "cloze:Text")}` };
}

/** Returns the sides of a card whose answer is typed; of two languages the first is asked for. */
export function typedTemplates(front: Front): Sides {
  const box = shown(front === "both" ? "zh" : front, "Answer", "type:");
  const answer = shown(front, "Accepted") + below(front, "Explanation");
  const other = otherLanguage(front, "Question", "Accepted", "Explanation");
  return asking(front, `${shown(front, "Question")}<div class="typed">${box}</div>`, answer, other);
}

/** Returns the sides of a choice: a script shuffles the options, and marks on the answer side what was picked. */
export function choiceTemplates(front: Front): Sides {
  const lists = inLanguages(front, "Options", (language) => optionList(language));
  const sides = asking(
    front,
    shown(front, "Question") + lists + CHOICE_SCRIPT,
    `<div class="plain-answer">${shown(front, "Answer")}</div>${below(front, "Explanation")}`,
    otherLanguage(front, "Question", "Answer", "Explanation"),
  );
  // It stands before the front, so that the script in there finds it when it runs again on the answer side.
  return { ...sides, answer: `<div id="sluice-back" hidden></div>${sides.answer}` };
}

function optionList(language: Suffix): string {
  return `<ul class="options" data-right="{{Right${language}}}">{{Options${language}}}</ul>`;
}

function asking(front: Front, question: string, answer: string, other: string): Sides {
  return {
    question: `${context(front)}<div class="question">${question}</div>`,
    answer: `{{FrontSide}}<hr id="answer"><div class="text">${answer}</div>${other}`,
  };
}

function context(front: Front): string {
  return `<div class="context">${shown(front === "both" ? "zh" : front, "Context")}</div>`;
}

/** What a field's name ends with in each language. */
type Suffix = "" | "En";

/** Returns a field in the language of the front, or in the only one there is. */
function shown(front: Front, field: string, filter = ""): string {
  return inLanguages(front, field, (suffix) => `{{${filter}${field}${suffix}}}`);
}

/** Returns what `write` makes of a field for each language of the front; English that isn't there is the other's. */
function inLanguages(front: Front, field: string, write: (suffix: Suffix) => string): string {
  const english = `${field}En`;
  switch (front) {
    case "zh":
      return write("");
    case "en":
      return when(english, write("En")) + unless(english, write(""));
    case "both":
      return write("") + when(english, `<div class="second" lang="en">${write("En")}</div>`);
  }
}

function below(front: Front, field: string): string {
  return `<div class="explanation">${shown(front, field)}</div>`;
}

/** The language that the front doesn't show, folded up on the answer side. */
function otherLanguage(front: Front, ...fields: readonly string[]): string {
  if (front === "both") return "";
  const [lang, title, suffix] = front === "zh" ? ["en", "English", "En"] : ["zh", "中文", ""];
  const parts = fields.map((field) => `<div>{{${field}${suffix}}}</div>`);
  const english = `${(fields[0] ?? "").replace(/^.*:/u, "")}En`;
  return when(english, `<details lang="${lang}"><summary>${title}</summary>${parts.join("")}</details>`);
}

function when(field: string, content: string): string {
  return `{{#${field}}}${content}{{/${field}}}`;
}

function unless(field: string, content: string): string {
  return `{{^${field}}}${content}{{/${field}}}`;
}
