import { LANGS } from "../base/lang.ts";
import type { Problem } from "../base/problem.ts";
import { parseMarkdown } from "../compile/parse-markdown.ts";
import { type ExerciseOnDisk, placeIn } from "../exercise/gate/file-place.ts";
import { markdownRows } from "../pages/markdown/markdown-rows.ts";

/** Cells and rows that a screen of 80x24 leaves to a symptom; a picture has a screen of its own. */
const COLUMNS = 76;
const MOST_ROWS = 20;

/** Returns which symptoms don't fit on a screen. */
export function largeSymptoms(disk: ExerciseOnDisk): readonly Problem[] {
  return LANGS.flatMap((lang): readonly Problem[] => {
    const text = disk.exercise.texts[lang];
    if (text === undefined) return [];
    const blocks = parseMarkdown(text.symptom).children.filter(
      (block) => block.type !== "code" || !(block.meta ?? "").includes("picture="),
    );
    const rows = markdownRows(blocks, { width: COLUMNS, highlight: null }).length;
    if (rows <= MOST_ROWS) return [];
    const place = placeIn(disk, `exercise.${lang}.md`, /^## (?:Symptom|症状)/u);
    return [{ code: "exercise-symptom-large", place, data: { rows, most: MOST_ROWS } }];
  });
}
