import type { SweptSeed } from "../../engine/runtime/sweep/swept-seed.ts";
import { withMoved } from "../../pages/practice/picture-view.ts";
import type { FixApp, FixEffect, PictureNews } from "./fix-app.ts";
import type { OpenExercise } from "./fix-world.ts";

type Move = Extract<FixEffect, { readonly type: "move-input" }>;

/** What a picture is played again with. */
export interface PicturePlay {
  readonly open: OpenExercise;
  readonly state: () => FixApp;
  readonly tell: (news: PictureNews) => void;
}

/** Plays the learner's job again for the picture in front, one thing at a time: all of it is asked of one process. */
export class PicturePlayer {
  #playing: Promise<unknown> | null = null;

  /** Plays the job with an element of its input elsewhere; nothing happens while something else is played. Rejects with a Failure. */
  async move({ from, to }: Move, { open, state, tell }: PicturePlay): Promise<void> {
    const shown = state().open;
    if (shown === null || shown.picture === null || shown.text === null) return;
    const { picture, practice, text } = shown;
    const input = withMoved(picture, from, to);
    if (input === null || practice.run.is === "running" || this.#playing !== null) return;
    const played = await this.#alone(open.play(text, { ...picture.request, input }));
    if (played !== null) tell({ type: "moved", run: practice.run.number, played, selected: to });
  }

  /** Crashes the job before each of its steps, once what is played now has ended. Rejects with a Failure. */
  async sweep({ open, state, tell }: PicturePlay): Promise<void> {
    const asked = state().open?.practice.run.number;
    while (this.#playing !== null) await this.#playing;
    const shown = state().open;
    const sweep = shown?.picture?.sweep;
    // A newer text that was saved meanwhile has taken the picture away.
    if (shown === null || shown.practice.run.number !== asked || sweep?.type !== "sweeping") return;
    if (shown.text === null) return;
    let seeds: readonly SweptSeed[] | null = null;
    try {
      seeds = await this.#alone(open.sweep(shown.text, sweep.promise));
    } finally {
      // Nobody waits any longer for what can't be had.
      tell({ type: "swept", run: asked, seeds });
    }
  }

  async #alone<Played>(playing: Promise<Played>): Promise<Played> {
    this.#playing = playing.catch(() => {});
    try {
      return await playing;
    } finally {
      this.#playing = null;
    }
  }
}
