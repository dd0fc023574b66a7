import { describe, expect, test } from "vitest";

import type { SweptSeed } from "../../../src/engine/runtime/sweep/swept-seed.ts";
import { PLAIN_RUN } from "../../../src/exercise/run.ts";
import { pictureOf } from "../../../src/pages/practice/picture-view.ts";
import type { FixApp, PictureNews } from "../../../src/tui/fix/fix-app.ts";
import type { OpenExercise, ShownTrace } from "../../../src/tui/fix/fix-world.ts";
import { PicturePlayer } from "../../../src/tui/fix/picture-player.ts";
import { FAILED, Screens } from "./screens.ts";

const promise = { id: "once", says: { zh: "", en: "" }, broken: null };
const SEEDS: readonly SweptSeed[] = [{ seed: 0, steps: 3, violatedAt: [2] }];
const PLAYED: ShownTrace = { events: [], request: PLAIN_RUN };
const MOVE = { type: "move-input", from: 0, to: 1 } as const;

/** An exercise whose process answers when it is told to, and the screens that ask. */
class Stage {
  readonly asked: string[] = [];
  readonly news: PictureNews[] = [];
  readonly #answers: (() => void)[] = [];
  readonly #screens = new Screens("en").opens();

  constructor() {
    this.shows();
  }

  /** A newer text is judged, and shown by a picture whose sweep is waited for. */
  shows(): void {
    const view = pictureOf({ events: [], request: { ...PLAIN_RUN, input: ["a", "b"] }, broken: null });
    this.#screens.saves("x", FAILED).hears({
      type: "shown",
      run: this.app.open?.practice.run.number ?? 0,
      picture: { ...view, sweep: { type: "sweeping", promise } },
    });
  }

  get app(): FixApp {
    return this.#screens.app;
  }

  get play() {
    return {
      open: this.#open,
      state: () => this.app,
      tell: (news: PictureNews) => void this.news.push(news),
    };
  }

  /** Answers what was asked first, and lets everybody hear. */
  async answers(): Promise<void> {
    this.#answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  get #open(): OpenExercise {
    const answered = <Answer>(name: string, answer: Answer) =>
      new Promise<Answer>((resolve) => {
        this.asked.push(name);
        this.#answers.push(() => resolve(answer));
      });
    return {
      play: () => answered("move", PLAYED),
      sweep: () => answered("sweep", SEEDS),
    } as Partial<OpenExercise> as OpenExercise;
  }
}

describe("playing for a picture", () => {
  test("asks one thing at a time: a sweep waits for a move", async () => {
    const [stage, player] = [new Stage(), new PicturePlayer()];
    const all = [player.move(MOVE, stage.play), player.sweep(stage.play)];
    expect(stage.asked).toEqual(["move"]);
    await stage.answers();
    expect(stage.asked).toEqual(["move", "sweep"]);
    await stage.answers();
    await Promise.all(all);
    expect(stage.news.map(({ type, run }) => [type, run])).toEqual([
      ["moved", 2],
      ["swept", 2],
    ]);
  });

  test("moves nothing while something is played: keys that repeat would queue up", async () => {
    const [stage, player] = [new Stage(), new PicturePlayer()];
    const sweeping = player.sweep(stage.play);
    await player.move(MOVE, stage.play);
    expect(stage.asked).toEqual(["sweep"]);
    await stage.answers();
    await sweeping;
    const moving = player.move(MOVE, stage.play);
    await stage.answers();
    await moving;
    expect(stage.asked).toEqual(["sweep", "move"]);
  });

  test("sweeps nothing that a newer text has overtaken while it waited", async () => {
    const [stage, player] = [new Stage(), new PicturePlayer()];
    const all = [player.move(MOVE, stage.play), player.sweep(stage.play)];
    stage.shows();
    await stage.answers();
    await Promise.all(all);
    expect(stage.asked).toEqual(["move"]);
    const sweeping = player.sweep(stage.play);
    await stage.answers();
    await sweeping;
    expect(stage.news.at(-1)).toEqual({ type: "swept", run: 3, seeds: SEEDS });
  });

  test("tells whoever waits for a sweep that there is none, when it couldn't be made", async () => {
    const [stage, player] = [new Stage(), new PicturePlayer()];
    const broken: OpenExercise = { ...stage.play.open, sweep: () => Promise.reject(new Error("gone")) };
    await expect(player.sweep({ ...stage.play, open: broken })).rejects.toThrow("gone");
    expect(stage.news).toEqual([{ type: "swept", run: 2, seeds: null }]);
  });

  test("goes on after something that couldn't be played", async () => {
    const [stage, player] = [new Stage(), new PicturePlayer()];
    const broken: OpenExercise = { ...stage.play.open, play: () => Promise.reject(new Error("gone")) };
    await expect(player.move(MOVE, { ...stage.play, open: broken })).rejects.toThrow("gone");
    const sweeping = player.sweep(stage.play);
    await stage.answers();
    await sweeping;
    expect(stage.news.map(({ type }) => type)).toEqual(["swept"]);
  });
});
