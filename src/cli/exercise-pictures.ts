import { LANGS, type Lang } from "../base/lang.ts";
import { unreachable } from "../base/never.ts";
import type { Problem } from "../base/problem.ts";
import { type ExerciseOnDisk, placeIn } from "../exercise/gate/file-place.ts";
import { type PictureFence, pictureFences, withPicture } from "../exercise/gate/picture-fence.ts";
import { messagesIn } from "../locale/choose.ts";
import { rowText, type Row } from "../pages/row.ts";
import { crashSweepTable } from "../pages/trace/crash-sweep-table.ts";
import { firstDivergence } from "../pages/trace/first-divergence.ts";
import type { TraceCanvas } from "../pages/trace/trace-canvas.ts";
import { lastCursor } from "../pages/trace/trace-cursor.ts";
import { drawTrace } from "../pages/trace/trace-picture.ts";
import { type PictureRuns, PictureStudio } from "../sandbox/picture-runs.ts";

/** The room of a picture in a text. */
const SIZE = { columns: 72, rows: 16 } as const;

/** A text of an exercise with its pictures drawn anew. */
export interface Redrawn {
  /** Its path within the folder. */
  readonly path: string;
  readonly text: string;
}

/** What came of drawing the pictures of an exercise anew. */
export interface PictureReport {
  /** The texts that aren't what they were. */
  readonly redrawn: readonly Redrawn[];
  /** The pictures that were not what a run of today shows. */
  readonly stale: readonly Problem[];
  /** The pictures that no run of today shows anything for: they stay as they are. */
  readonly empty: readonly Problem[];
}

/** Draws the pictures in the texts of an exercise anew, from runs of its broken job. */
export async function redrawPictures(program: string, disk: ExerciseOnDisk): Promise<PictureReport> {
  const studio = new PictureStudio(program, disk.exercise);
  try {
    const reports: PictureReport[] = [];
    for (const lang of LANGS) reports.push(await redrawText(studio, disk, lang));
    return {
      redrawn: reports.flatMap(({ redrawn }) => redrawn),
      stale: reports.flatMap(({ stale }) => stale),
      empty: reports.flatMap(({ empty }) => empty),
    };
  } finally {
    studio.close();
  }
}

async function redrawText(studio: PictureStudio, disk: ExerciseOnDisk, lang: Lang): Promise<PictureReport> {
  const path = `exercise.${lang}.md`;
  const before = disk.files.find((file) => file.path === path)?.text ?? "";
  const stale: Problem[] = [];
  const empty: Problem[] = [];
  let text = before;
  // From the last to the first: a picture of another height moves those below.
  for (const fence of pictureFences(before).toReversed()) {
    const runs = await studio.runsFor(fence);
    const picture = runs === null ? [] : drawn(fence, runs, lang);
    if (picture.length > 0 && picture.join("\n") === fence.content.join("\n")) continue;
    const told = { place: { ...placeIn(disk, path), line: fence.line + 1 }, data: { picture: fence.kind } };
    if (picture.length === 0) {
      empty.unshift({ code: "exercise-picture-empty", ...told });
      continue;
    }
    text = withPicture(text, fence, picture);
    stale.unshift({ code: "exercise-picture-stale", ...told });
  }
  return { redrawn: text === before ? [] : [{ path, text }], stale, empty };
}

function drawn(fence: PictureFence, runs: PictureRuns, lang: Lang): readonly string[] {
  const words = messagesIn(lang).trace;
  const canvas: TraceCanvas = { size: SIZE, signs: "unicode", form: "drawn", words };
  const lines = rowsOf(fence, runs, canvas).map((row) => rowText(row).trimEnd());
  return lines.slice(0, lines.findLastIndex((line) => line !== "") + 1);
}

function rowsOf({ kind, at }: PictureFence, runs: PictureRuns, canvas: TraceCanvas): readonly Row[] {
  switch (runs.type) {
    case "sweep":
      return crashSweepTable({ seeds: runs.seeds, counterexample: null }, canvas);
    case "divergence":
      return firstDivergence(
        { name: "job.ts", events: runs.broken },
        { name: "solution.ts", events: runs.fixed },
        canvas,
      );
    case "trace": {
      const cursor = at === null ? lastCursor(runs.events) : { step: at };
      const picture = kind === "sweep" || kind === "divergence" ? "strip" : kind;
      return drawTrace(picture, runs.events, cursor, canvas);
    }
    default:
      return unreachable(runs);
  }
}
