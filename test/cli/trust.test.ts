import { existsSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import type { Exercise } from "../../src/card/exercise.ts";
import { askForTrust, deckToAllow, isShipped, trustDeckOf } from "../../src/cli/trust.ts";
import { anExercise } from "../exercise/an-exercise.ts";
import { scratchFolder } from "../store/scratch.ts";
import { aContext } from "./a-context.ts";

/** An exercise of the deck that is called so in a folder. */
function exerciseOf(folder: string, deck: string): Exercise {
  return anExercise({ folder: join(folder, deck, "exercises/c6-02-soon") });
}

describe("the deck that sluice ships", () => {
  test.each([
    ["cards", true],
    ["cards/more", true],
    ["cards-of-somebody", false],
    ["other/cards", false],
    [".", false],
  ])("is recognised by its folder, not by how that begins: %s", (deck, is) => {
    const { context, folder } = aContext();
    const exercise = exerciseOf(folder, deck);
    expect(isShipped(context, exercise)).toBe(is);
    expect(deckToAllow(context, exercise, [exercise])).toBe(is ? null : join(folder, deck));
  });

  test("leaves nothing to say yes to", () => {
    const { context, folder } = aContext(["--yes"]);
    const exercise = exerciseOf(folder, "cards");
    expect(deckToAllow(context, exercise, [exercise])).toBeNull();
    expect(existsSync(join(folder, "data/trusted"))).toBe(false);
  });
});

describe("another deck", () => {
  test("is allowed by --yes, from then on, as long as its programs are the same", () => {
    const folder = scratchFolder();
    const exercise = exerciseOf(folder, "theirs");
    expect(deckToAllow(aContext(["--yes"], folder).context, exercise, [exercise])).toBeNull();
    const { context } = aContext([], folder);
    expect(deckToAllow(context, exercise, [exercise])).toBeNull();
    const changed = { ...exercise, job: { path: "job.ts", text: "changed" } };
    expect(deckToAllow(context, changed, [changed])).toBe(join(folder, "theirs"));
  });

  test("is allowed as a whole, and no other one with it", () => {
    const { context, folder } = aContext();
    const [one, two] = [exerciseOf(folder, "theirs"), { ...exerciseOf(folder, "theirs"), id: "c6-03" }];
    const stranger = exerciseOf(folder, "strange");
    trustDeckOf(context, one, [one, two, stranger]);
    expect(deckToAllow(context, two, [one, two, stranger])).toBeNull();
    expect(deckToAllow(context, stranger, [one, two, stranger])).toBe(join(folder, "strange"));
  });

  test("is refused where nobody can be asked", async () => {
    const { context, folder } = aContext();
    const exercise = exerciseOf(folder, "theirs");
    const facts = { code: "exercise-untrusted", data: { deck: join(folder, "theirs") } };
    await expect(askForTrust(context, exercise, [exercise])).rejects.toMatchObject({ facts });
  });
});
