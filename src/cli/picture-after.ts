import { sweptPromise } from "../exercise/swept-promise.ts";
import { movePicture, nextPicture, pictureOf, type PictureView } from "../pages/practice/picture-view.ts";
import { sweepAnswered } from "../pages/practice/sweep-view.ts";
import type { JudgedJob } from "../sandbox/exercise-runner.ts";
import type { PlainExercise } from "./plain-exercise.ts";

/** What a line wants to see: a picture, or another one; or another moment of it. */
export type PictureWish = "picture" | "next-moment" | "previous-moment";

/** A text, and the verdict on it; `null`: there is none. */
export interface JudgedText {
  readonly text: string;
  readonly judged: JudgedJob | null;
}

/**
 * Returns the picture after a wish, and has played what it is made of; `null`: there is none. The first wish leads to
 * the picture, and only the next ones to another, or to another moment of it.
 */
export async function pictureAfter(
  view: PictureView | null,
  wish: PictureWish,
  open: PlainExercise,
  { text, judged }: JudgedText,
): Promise<PictureView | null> {
  if (judged === null) return null;
  if (view === null) return await firstPicture(open, judged);
  if (wish !== "picture") return movedView(view, wish === "next-moment" ? "forward" : "back");
  const next = nextPicture(view);
  const { sweep } = next;
  // Where there was no answer, it is asked for once more.
  if (next.kind !== "sweep" || (sweep.type !== "unseen" && sweep.type !== "failed")) return next;
  const seeds = judged.sweep ?? (await open.sweep(text, sweep.promise));
  return { ...next, sweep: sweepAnswered({ type: "sweeping", promise: sweep.promise }, seeds) };
}

/** A sweep, and where two runs part, are of no one moment. */
function movedView(view: PictureView, direction: "forward" | "back"): PictureView {
  if (view.kind === "sweep" || view.kind === "divergence") return view;
  return movePicture(view, direction, "landmark");
}

/** Whoever has mended the job also sees where its run parts from that of the broken one. */
async function firstPicture(open: PlainExercise, { verdict, shown }: JudgedJob): Promise<PictureView | null> {
  if (shown === null) return null;
  const broken = verdict.status === "pass" ? await open.playBroken(shown.request) : null;
  return pictureOf({ ...shown, broken: broken?.events ?? null }, sweptPromise(verdict));
}
