import { join } from "node:path";

import type { ExerciseFile } from "../../src/card/exercise.ts";
import { anExercise } from "../sandbox/an-exercise.ts";
import { writeFiles } from "./scratch.ts";

/** What stands in the front matter of an exercise. */
interface Facts {
  readonly id?: string;
  readonly chapter?: string;
  readonly cards?: readonly string[];
}

/** Writes an exercise about doubling numbers into a deck; returns its folder. */
export function writeExercise(deck: string, { id = "x1-01", chapter = "1", cards = [] }: Facts = {}): string {
  const { job, scene, check, solutions, mutants } = anExercise();
  const folder = join(deck, "exercises", `${id}-doubled`);
  const facts = `id: ${id}\nchapter: "${chapter}"\ndifficulty: 1\npar: 3\ncards: [${cards.join(", ")}]\nfix: arithmetic\nbudget: { steps: 400, time: 60000, allocations: 10000 }\n`;
  writeFiles(folder, {
    "exercise.en.md": `---\n${facts}---\n\n# Doubled\n\n${ENGLISH}`,
    "exercise.zh.md": `---\nid: ${id}\n---\n\n# 翻倍\n\n${CHINESE}`,
    ...textsOf([job, scene, check, ...solutions]),
    ...textsOf(mutants.map(({ path, text }) => ({ path, text: `${HEADER}${text}` }))),
  });
  return folder;
}

function textsOf(files: readonly ExerciseFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

const HEADER = "// expect: doubled\n// say.en: no\n// say.zh: 不对\n// variant: other\n\n";

const ENGLISH = `## Symptom

Some rows are odd.

## Hints

1. Look at the rows.
2. Which of them are odd?
3. Multiply by two.

## Why

To double is to multiply by two.

## Interview

What is twice two?

## Root cause

Why?

- [x] a
- [ ] b
- [ ] c
- [ ] d
`;

const CHINESE = `## 症状

有些行是奇数。

## 提示

1. 看看这些行。
2. 哪些是奇数？
3. 乘以二。

## 为什么

翻倍就是乘以二。

## 面试

二的两倍是多少？

## 根因

为什么？

- [x] 甲
- [ ] 乙
- [ ] 丙
- [ ] 丁
`;
