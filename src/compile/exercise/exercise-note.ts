import type { CompiledFile, NoteEntry } from "../compiled-file.ts";
import { fingerprintOf } from "../fingerprint.ts";
import { plainText } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { langOf } from "../words/language.ts";
import { exerciseFacts } from "./exercise-facts.ts";
import { exerciseSections } from "./exercise-sections.ts";

/**
 * Returns the card of an exercise: what is seen in production asks, and why it was so answers. Whoever wants to mend it
 * needs the whole folder (`compile-exercise.ts`).
 */
export function exerciseNote(document: Document): Pick<CompiledFile, "notes" | "texts" | "problems"> {
  const { title, sections } = exerciseSections(document);
  const { id, chapter, problems } = exerciseFacts(document);
  const [symptom, why] = [sections.get("symptom"), sections.get("why")];
  if (id === null || title === null || symptom === undefined || why === undefined)
    return { notes: [], texts: [], problems };
  const prompt = { ...title.content, markdown: `${title.content.markdown}\n\n${symptom.content.markdown}` };
  const wording = {
    question: `${title.text}\n${plainText(symptom.nodes)}`,
    answer: plainText(why.nodes),
  };
  const entry: NoteEntry = {
    ...PLAIN_ENTRY,
    id,
    chapter,
    fingerprint: fingerprintOf(wording),
    lang: langOf(document.path, null, document.text),
    place: title.content.place,
    prompt: title.text,
  };
  return { notes: [entry], texts: [{ kind: "exercise", wording, prompt, answer: why.content }], problems };
}

/** What cards of exercises have in common. */
const PLAIN_ENTRY = {
  kind: "exercise",
  level: null,
  tags: [],
  since: null,
  until: null,
  trail: [],
  siblings: [""],
  options: 0,
} as const;
