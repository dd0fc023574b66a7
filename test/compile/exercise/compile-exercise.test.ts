import { describe, expect, test } from "vitest";

import type { ExerciseFile } from "../../../src/card/exercise.ts";
import { compileFile } from "../../../src/compile/compile-file.ts";
import { compileExercise } from "../../../src/compile/exercise/compile-exercise.ts";

const ENGLISH = `---
id: c6-02
chapter: 6
difficulty: 4
par: 18
cards: [two-phases]
question: How does a sink commit?
fix: commit-protocol
budget: { steps: 200, time: 60000, allocations: 1000 }
---

# Committed too soon

## Symptom

Rows appear **twice**.

| metric | value |
|---|---|
| rows | 2 |

## Hints

1. Where is it
   written?

   \`\`\`ts
   commit();
   \`\`\`
2. When is it seen?

## Why

Because of the barrier.

### More

It goes on.

## Interview

What is a transaction?

## Root cause

Why did it happen?

- [ ] the network
- [x] the protocol
`;

const CHINESE = `---
id: c6-02
---

# 提交得太早

## 症状

行出现了两次。

## 提示

1. 在哪里写的？

## 为什么

因为屏障。

## 面试

什么是事务？

## 根因

为什么？

- [x] 协议
- [ ] 网络
`;

const MUTANT = `// expect: exactly-once
// say.en: This commits
//   earlier still.
// say.zh: 这样提交得更早。
// variant: commit-protocol
export {};
`;

function folder(changes: Readonly<Record<string, string | null>> = {}): readonly ExerciseFile[] {
  const files = {
    "exercise.en.md": ENGLISH,
    "exercise.zh.md": CHINESE,
    "job.ts": "job",
    "scene.ts": "scene",
    "check.ts": "check",
    "solution.ts": "solution",
    "solution.alt-slow.ts": "// trade-off.en: slow\n// trade-off.zh: 慢\n",
    "mutants/earlier.ts": MUTANT,
    ...changes,
  };
  return Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}

describe("the folder of an exercise", () => {
  test("gives an exercise", () => {
    const { exercise, problems } = compileExercise("deck/exercises/c6-02-soon", folder());
    expect(problems).toEqual([]);
    expect(exercise).toMatchObject({
      id: "c6-02",
      title: { zh: "提交得太早", en: "Committed too soon" },
      chapter: "6",
      difficulty: 4,
      par: 18,
      cards: ["two-phases"],
      fixKind: "commit-protocol",
      budget: { steps: 200, time: 60_000, allocations: 1000 },
      solutions: [{ path: "solution.ts", tradeOff: null }, { tradeOff: { zh: "慢", en: "slow" } }],
      mutants: [
        {
          expect: "exactly-once",
          say: { en: "This commits earlier still.", zh: "这样提交得更早。" },
          variant: "commit-protocol",
        },
      ],
    });
  });

  test("has a title and a question that steer no terminal", () => {
    const titled = ENGLISH.replace("# Committed", "# \u001b[2JCommitted");
    const text = titled.replace("Why did", "\u202eWhy\u009b did");
    const { exercise } = compileExercise("deck/exercises/c6-02-soon", folder({ "exercise.en.md": text }));
    expect(exercise?.title.en).toBe("[2JCommitted too soon");
    expect(exercise?.texts.en?.rootCause.question).toBe("Why did it happen?");
  });

  test("keeps what each section says as Markdown", () => {
    const english = compileExercise("e", folder()).exercise?.texts.en;
    expect(english?.symptom).toBe("Rows appear **twice**.\n\n| metric | value |\n|---|---|\n| rows | 2 |");
    expect(english?.hints).toEqual(["Where is it\nwritten?\n\n```ts\ncommit();\n```", "When is it seen?"]);
    expect(english?.why).toBe("Because of the barrier.\n\n### More\n\nIt goes on.");
    expect(english?.rootCause).toEqual({
      question: "Why did it happen?",
      options: [
        { text: "the network", standing: "wrong" },
        { text: "the protocol", standing: "right" },
      ],
    });
  });

  test.each([
    ["job.ts", { "job.ts": null }, "exercise-file-missing"],
    ["a language", { "exercise.zh.md": null }, "exercise-file-missing"],
    ["a section", { "exercise.en.md": ENGLISH.replace("## Why", "## Else") }, "exercise-section-missing"],
    ["what a mutant breaks", { "mutants/earlier.ts": "export {};" }, "exercise-header"],
    ["a trade-off", { "solution.alt-slow.ts": "export {};" }, "exercise-header"],
    ["a fact", { "exercise.en.md": ENGLISH.replace("par: 18\n", "") }, "front-matter-broken"],
    ["front matter", { "exercise.zh.md": "# 标题" }, "front-matter-broken"],
  ])("tells that %s is missing", (_, changes, code) => {
    expect(compileExercise("e", folder(changes)).problems.map((problem) => problem.code)).toContain(code);
  });

  test("tells where a fact is wrong", () => {
    const wrong = folder({ "exercise.en.md": ENGLISH.replace("difficulty: 4", "difficulty: 9") });
    expect(compileExercise("e", wrong).problems[0]).toMatchObject({
      code: "front-matter-value",
      place: { file: "e/exercise.en.md", line: 4, column: 13 },
      data: { key: "difficulty", value: "9" },
    });
  });
});

describe("the text of an exercise", () => {
  const source = {
    path: "deck/exercises/c6-02-soon/exercise.zh.md",
    role: "exercise",
    text: CHINESE,
  } as const;

  test("gives one card, which asks with the symptom and answers with the reason", () => {
    const { notes, texts } = compileFile(source);
    expect(notes).toMatchObject([
      { id: "c6-02", kind: "exercise", lang: "zh", prompt: "提交得太早", place: { line: 5 }, siblings: [""] },
    ]);
    expect(texts).toMatchObject([
      {
        kind: "exercise",
        prompt: { markdown: "提交得太早\n\n行出现了两次。" },
        answer: { markdown: "因为屏障。" },
      },
    ]);
  });

  test("gives none without an id", () => {
    expect(compileFile({ ...source, text: CHINESE.replace("id: c6-02", "x: 1") }).notes).toEqual([]);
  });
});
