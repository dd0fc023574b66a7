import type { Lang } from "../../base/lang.ts";
import type { Problem } from "../../base/problem.ts";
import type { NoteText, Wording } from "../../card/note-text.ts";
import { firstWordIn } from "../blocks/inline-contents.ts";
import type { NoteEntry } from "../compiled-file.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { Cloze, Found, Question } from "../forms/found.ts";
import type { Traits } from "../marks/traits.ts";
import { NO_TRAITS, withDefaults } from "../marks/traits.ts";
import { asListed } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { placeAt } from "../source/document.ts";
import { clozeText } from "./cloze-text.ts";
import type { QuestionKind } from "./question-text.ts";
import { fittingKind, questionText, suggestedKind } from "./question-text.ts";

/** What all notes of a file share. */
export interface Setting {
  readonly document: Document;
  readonly lang: Lang;
  readonly defaults: Traits;
}

/** A note as it goes into its file's index and texts; without them if it can't be a card. */
export interface Written {
  readonly note: { readonly entry: NoteEntry; readonly text: NoteText } | null;
  readonly problems: readonly Problem[];
}

/** Writes a note down as a card of its kind. */
export function writeNote(setting: Setting, found: Found): Written {
  return found.form === "cloze" ? writeCloze(setting, found) : writeQuestion(setting, found);
}

function writeCloze(setting: Setting, found: Cloze): Written {
  const { body, wording, siblings } = clozeText(setting.document, found);
  const place = placeAt(setting.document, firstWordIn(setting.document, found.content));
  const prompt = asListed(wording.question);
  if (siblings.length === 0) {
    return { note: null, problems: [{ code: "cloze-missing", place, data: { prompt } }] };
  }
  const entry = entryOf(setting, found, { kind: "cloze", place, prompt, siblings, wording, options: 0 });
  return { note: { entry, text: { wording, ...body } }, problems: [] };
}

function writeQuestion(setting: Setting, found: Question): Written {
  const { kind, problems } = kindOf(setting, found);
  const { body, answer } = questionText(setting.document, found, kind);
  const { passage, line: prompt } = found.prompt;
  const { place } = passage.content;
  const options = body.kind === "choice" ? body.options : [];
  const right = options.filter((option) => option.verdict === "right").length;
  if (body.kind === "choice" && (right === 0 || right === options.length)) {
    const data = { prompt, right, options: options.length };
    return { note: null, problems: [...problems, { code: "choice-undecided", place, data }] };
  }
  const wording = { question: passage.words, answer };
  if (wording.question === "" || answer === "") return { note: null, problems };
  const siblings = found.ways === "both" ? ["", "r"] : [""];
  const entry = entryOf(setting, found, { kind, place, prompt, siblings, wording, options: options.length });
  return { note: { entry, text: { wording, ...body } }, problems };
}

/** Returns the kind of card that a question becomes; a mark that calls for a form in which it isn't written is wrong. */
function kindOf(
  { defaults }: Setting,
  found: Question,
): { kind: QuestionKind; problems: readonly Problem[] } {
  const suggested = suggestedKind(found);
  const marked = found.mark?.traits.kind ?? null;
  const wanted = marked ?? defaults.kind;
  const fitting = wanted === null ? suggested : fittingKind(found, wanted);
  if (fitting !== null) return { kind: fitting, problems: [] };
  if (marked === null || found.mark === null) return { kind: suggested, problems: [] };
  const data = { key: "kind", value: marked, allowed: PLAIN_KINDS };
  return { kind: suggested, problems: [{ code: "mark-value", place: found.mark.place, data }] };
}

/** The kinds that any question can have. */
const PLAIN_KINDS: readonly QuestionKind[] = ["basic", "typed", "number", "error"];

type EntryFacts = Pick<NoteEntry, "kind" | "place" | "prompt" | "siblings" | "options"> & {
  readonly wording: Wording;
};

function entryOf(
  { lang, defaults }: Setting,
  { mark, trail }: Found,
  { wording, ...facts }: EntryFacts,
): NoteEntry {
  const { chapter, level, tags, since, until } = withDefaults(mark?.traits ?? NO_TRAITS, defaults);
  return {
    id: mark?.id ?? null,
    fingerprint: fingerprintOf(wording),
    lang,
    chapter: chapter ?? "",
    level,
    tags: tags ?? [],
    since,
    until,
    trail: trail.map(asListed),
    ...facts,
  };
}
