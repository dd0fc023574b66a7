import { describe, expect, test } from "vitest";

import { PLAIN_RUN } from "../../../src/exercise/run.ts";
import { pictureAfterMove, pictureOf, withMoved } from "../../../src/pages/practice/picture-view.ts";

const request = { ...PLAIN_RUN, input: ["a", "b", "c"] };

describe("the picture of a run", () => {
  test("lets an element be moved wherever the run tells what it was fed with", () => {
    const view = pictureOf({ events: [], request, broken: null });
    expect(withMoved(view, 0, 2)).toEqual(["b", "c", "a"]);
    expect(withMoved(view, 2, 1)).toEqual(["a", "c", "b"]);
  });

  test("has nothing to move where nobody knows what the run was fed with", () => {
    const view = pictureOf({ events: [], request: PLAIN_RUN, broken: null });
    expect(withMoved(view, 0, 1)).toBeNull();
  });

  test("keeps the element that was moved selected, and the run before all moves", () => {
    const before = [{ type: "completed", step: 0 }] as never;
    const view = pictureOf({ events: before, request, broken: null });
    const moved = { events: [], request: { ...request, input: ["b", "a", "c"] } };
    const once = pictureAfterMove(view, moved, 1);
    const twice = pictureAfterMove(once, moved, 2);
    expect([once.input?.selected, twice.input?.selected]).toEqual([1, 2]);
    expect(twice.before).toBe(before);
  });
});
