import { expect, onTestFinished, test, vi } from "vitest";

import { type ChildEnd, ExerciseChild } from "../../src/sandbox/child-process.ts";
import { LEARNER_LIMITS } from "../../src/sandbox/limits.ts";

/** Starts children as on Windows, without a shell, with a Node that isn't there. */
function loseNode(): void {
  const { platform, execPath } = process;
  const stand = (changes: { readonly platform: string; readonly execPath: string }): void => {
    for (const [name, value] of Object.entries(changes)) Object.defineProperty(process, name, { value });
  };
  stand({ platform: "win32", execPath: "/no/such/node" });
  onTestFinished(() => stand({ platform, execPath }));
}

test("a child that can't be started is told to have ended once", async () => {
  const ends: ChildEnd[] = [];
  loseNode();
  const child = new ExerciseChild("/no/such/folder", LEARNER_LIMITS, {
    answered: () => {},
    ended: (end) => void ends.push(end),
  });
  child.tell({ type: "warm", job: "" });
  await vi.waitFor(() => expect(ends).not.toEqual([]));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ends).toEqual([{ type: "died", message: expect.stringContaining("ENOENT") }]);
});
