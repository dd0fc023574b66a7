/** Values of fields by name. */
export type FieldValues = ReadonlyMap<string, string>;

const REPLACEMENT = /\{\{([^#^/{}][^{}]*)\}\}/gu;
/** An innermost section: shown if its field holds something (`#`), or if it doesn't (`^`). */
const SECTION = /\{\{([#^])([^{}]+)\}\}((?:(?!\{\{[#^/])[\s\S])*?)\{\{\/\2\}\}/gu;
/** Nobody nests sections deeper. */
const DEEPEST = 50;

/** The side that a template is for: what is to be typed on the question side is shown on the answer side. */
export type CardSide = "question" | "answer";

/** Returns a side of a card: a template of Anki's with the fields of a note in it. What is no field of the note is left out. */
export function renderTemplate(template: string, fields: FieldValues, side: CardSide): string {
  return withSections(template, fields).replaceAll(REPLACEMENT, (_, words: string) =>
    valueOf(words, fields, side),
  );
}

function withSections(template: string, fields: FieldValues): string {
  let text = template;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const settled = text.replaceAll(SECTION, (_, sign: string, name: string, inside: string) =>
      isFilled(fields.get(name.trim())) === (sign === "#") ? inside : "",
    );
    if (settled === text) break;
    text = settled;
  }
  return text;
}

function isFilled(value = ""): boolean {
  return value.replaceAll(/<[^>]*>|\s/gu, "") !== "";
}

/** Filters that show something else than the field: what is to be typed, what is to be heard. */
const HIDING: Readonly<Record<CardSide, RegExp>> = { question: /^(?:type|tts\b.*)$/u, answer: /^tts\b/u };

/** `{{filter:filter:Field}}`: the field stands last. */
function valueOf(words: string, fields: FieldValues, side: CardSide): string {
  const parts = words.split(":").map((part) => part.trim());
  const isHidden = parts.slice(0, -1).some((filter) => HIDING[side].test(filter));
  return isHidden ? "" : (fields.get(parts.at(-1) ?? "") ?? "");
}
