import { sweptPromise } from "../exercise/swept-promise.ts";
import { movePicture, nextPicture, pictureOf, type PictureView } from "../pages/practice/picture-view.ts";
import { sweepAnswered } from "../pages/practice/sweep-view.ts";
import type { JudgedJob } from "../sandbox/exercise-runner.ts";
import type { PlainExercise } from "./plain-exercise.ts";

/** What a line wants to see: a picture, or another one; or another moment of it. */
export type PictureWish = "picture" | "next-moment" | "previous-moment";

/** A job that was judged. */
export interface JudgedText {
  readonly text: string;
  readonly judged: JudgedJob;
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
  if (view === null) return await firstPicture(open, judged);
  if (wish !== "picture") return movePicture(view, wish === "next-moment" ? "forward" : "back", "landmark");
  const next = nextPicture(view);
  const { sweep } = next;
  if (next.kind !== "sweep" || sweep.type !== "unseen") return next;
  const seeds = judged.sweep ?? (await open.sweep(text, sweep.promise));
  return { ...next, sweep: sweepAnswered({ type: "sweeping", promise: sweep.promise }, seeds) };
}

/** Whoever has mended the job also sees where its run parts from that of the broken one. */
async function firstPicture(open: PlainExercise, { verdict, shown }: JudgedJob): Promise<PictureView | null> {
  if (shown === null) return null;
  const broken = verdict.status === "pass" ? await open.playBroken(shown.request) : null;
  return pictureOf({ ...shown, broken: broken?.events ?? null }, sweptPromise(verdict));
}
