import { describe, expect, test } from "vitest";

import { pictureFences, withPicture } from "../../../src/exercise/gate/picture-fence.ts";

const TEXT =
  "before\n\n```text picture=barriers seed=3 crash=17 at=20 parallelism=2 order=late\n(picture)\n```\n\nafter\n";

describe("the pictures of a text", () => {
  test("name a run and a step", () => {
    expect(pictureFences(TEXT)).toMatchObject([
      {
        line: 2,
        kind: "barriers",
        at: 20,
        content: ["(picture)"],
        request: {
          seed: 3,
          faults: [{ type: "fail-task", at: { step: 17 } }],
          variation: { parallelism: 2, order: "late" },
          watch: "trace",
        },
      },
    ]);
  });

  test("show the last step of the plain run if they say no more", () => {
    expect(pictureFences("```text picture=state\n```")).toMatchObject([
      { at: null, content: [], request: { seed: 0, faults: [], variation: {} } },
    ]);
  });

  test("are exchanged without touching the rest", () => {
    const [fence] = pictureFences(TEXT);
    if (fence === undefined) throw new Error("there is one");
    const drawn = withPicture(TEXT, fence, ["a", "b"]);
    expect(drawn).toBe(TEXT.replace("(picture)", "a\nb"));
    expect(pictureFences(drawn)[0]?.content).toEqual(["a", "b"]);
  });

  test("are no other blocks", () => {
    expect(pictureFences("```text\npicture=strip\n```\n```text picture=portrait\n```")).toEqual([]);
  });
});
