import { describe, expect, test } from "vitest";

import { PLAIN_RUN } from "../../../src/exercise/run.ts";
import { pictureOf } from "../../../src/pages/practice/picture-view.ts";
import type { FixMessage } from "../../../src/tui/fix/fix-app.ts";
import { FixPerformer } from "../../../src/tui/fix/fix-performer.ts";
import type { FixWorld, OpenExercise } from "../../../src/tui/fix/fix-world.ts";
import { MORNING } from "../../history/builders.ts";
import { exercise, FAILED, Screens } from "./screens.ts";

const promise = { id: "once", says: { zh: "", en: "" }, broken: null };
const SEEDS = [{ seed: 0, steps: 3, violatedAt: [2] }];

/** Screens that wait for a sweep, and what is told them. */
function sweeping() {
  const screens = new Screens("en").opens().saves("x", FAILED);
  const run = screens.app.open?.practice.run.number ?? 0;
  const view = pictureOf({ events: [], request: PLAIN_RUN, broken: null });
  const picture = { ...view, sweep: { type: "sweeping", promise } } as const;
  screens.hears({ type: "shown", run, picture });
  const told: FixMessage["type"][] = [];
  const { promise: seeds, resolve } = Promise.withResolvers<typeof SEEDS>();
  const open: Partial<OpenExercise> = {
    start: [screens.app.open?.practice as never, []],
    text: () => "x",
    watch: () => () => {},
    sweep: () => seeds,
    close: () => {},
  };
  const world: Partial<FixWorld> = {
    now: () => MORNING,
    list: () => [],
    untrustedDeck: () => null,
    open: () => open as OpenExercise,
  };
  const performer = new FixPerformer(world as FixWorld, (lent) => lent());
  const perform = (effect: Parameters<typeof performer.perform>[0]): void =>
    performer.perform(
      effect,
      ({ type }) => void told.push(type),
      () => screens.app,
    );
  perform({ type: "open", exercise });
  perform({ type: "sweep" });
  const answers = async (): Promise<void> => {
    resolve(SEEDS);
    await new Promise((settled) => setTimeout(settled, 0));
  };
  return { perform, told, answers };
}

describe("what is played for a picture", () => {
  test("is told when it comes", async () => {
    const { told, answers } = sweeping();
    await answers();
    expect(told).toEqual(["opened", "swept"]);
  });

  test("is of no interest any more once the exercise was left", async () => {
    const { perform, told, answers } = sweeping();
    perform({ type: "leave" });
    await answers();
    expect(told).toEqual(["opened", "listed"]);
  });
});
