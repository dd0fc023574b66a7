import { otherLang, type Lang } from "../../base/lang.ts";
import type { Exercise, ExerciseText } from "../../card/exercise.ts";

/** Returns the text in the language asked for, or in the only one there is, and that language. Throws if there is none. */
export function exerciseText({ texts, id }: Exercise, lang: Lang): readonly [Lang, ExerciseText] {
  for (const each of [lang, otherLang(lang)]) {
    const text = texts[each];
    if (text !== undefined) return [each, text];
  }
  throw new Error(`${id} has no text`);
}
