import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";

import type { Variant } from "../exercise/variant.ts";
import type { Attempt } from "../practice/practice.ts";
import { makeFolder } from "./make-folder.ts";
import { replaceFile } from "./replace-file.ts";
import { unlessMissing } from "./system-error.ts";

/** Where the learner mends a job: `<data>/exercises/ID/`. What they wrote is never lost: it is kept under another name first. */
export interface ExerciseWorkspace {
  /** The learner's copy, an absolute path. */
  readonly file: string;
  /** The attempt that was begun and not ended; `null` if there is none. */
  readonly attempt: () => Attempt | null;
  readonly keepAttempt: (attempt: Attempt) => void;
  /** The attempt is on record: the next one begins with another job. */
  readonly endAttempt: () => void;
  /** Begins an attempt: the job is put there. What was there is kept as `job.1.ts`, `job.2.ts`... */
  readonly begin: (variant: Variant, attempt: Attempt) => void;
  /** The learner's text; `null` if the file is gone. */
  readonly text: () => string | null;
  /** Puts the broken job back. */
  readonly reset: (variant: Variant) => void;
  /** Puts back what a reset took; does nothing if there was none. */
  readonly undoReset: () => void;
}

const JOB = "job.ts";
const ATTEMPT = "attempt.json";
const BEFORE_RESET = "job.before-reset.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const attemptSchema = v.object({
  variant: v.string(),
  data: count,
  hints: count,
  runs: count,
  failingRuns: count,
  ms: v.pipe(v.number(), v.minValue(0)),
});

/** What stands beside a job so that editors know "sluice/flink". */
export interface EditorSupport {
  /** The file with the types of "sluice/flink". */
  readonly types: string;
}

/**
 * Opens the workspace of an exercise below `exercises`, and makes it if it isn't there. All functions throw what the
 * system throws.
 */
export function openWorkspace(exercises: string, id: string, { types }: EditorSupport): ExerciseWorkspace {
  const folder = join(exercises, id);
  makeFolder(folder);
  const at = (name: string): string => join(folder, name);
  const read = (name: string): string | null => unlessMissing(() => readFileSync(at(name), "utf8"));
  const setAside = (name: string): void => {
    const text = read(JOB);
    if (text !== null) replaceFile(at(name), text);
  };
  return {
    file: at(JOB),
    text: () => read(JOB),
    attempt: () => (read(JOB) === null ? null : attemptIn(read(ATTEMPT))),
    keepAttempt: (attempt) => replaceFile(at(ATTEMPT), `${JSON.stringify(attempt)}\n`),
    endAttempt: () => rmSync(at(ATTEMPT), { force: true }),
    begin: (variant, attempt) => {
      setAside(nextName(folder));
      replaceFile(at("tsconfig.json"), `${JSON.stringify(settingsFor(types), null, 2)}\n`);
      replaceFile(at(ATTEMPT), `${JSON.stringify(attempt)}\n`);
      replaceFile(at(JOB), withoutHeader(variant.file.text));
    },
    reset: (variant) => {
      setAside(BEFORE_RESET);
      replaceFile(at(JOB), withoutHeader(variant.file.text));
    },
    undoReset: () => {
      const before = read(BEFORE_RESET);
      if (before !== null) replaceFile(at(JOB), before);
    },
  };
}

/** A file that was damaged is no attempt: a new one begins, and the learner's text is kept. */
function attemptIn(text: string | null): Attempt | null {
  if (text === null) return null;
  try {
    const parsed = v.safeParse(attemptSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Returns the first of `job.1.ts`, `job.2.ts`... that is free. */
function nextName(folder: string): string {
  const numbers = readdirSync(folder).map((name) => Number(/^job\.(\d+)\.ts$/u.exec(name)?.[1] ?? 0));
  return `job.${Math.max(0, ...numbers) + 1}.ts`;
}

/** Returns a mutant without the lines at its head that tell what is wrong with it. */
function withoutHeader(text: string): string {
  return text.replace(/^\/\/ expect: .*\r?\n(?:\/\/ .*\r?\n)*\s*/u, "");
}

function settingsFor(types: string) {
  return {
    compilerOptions: {
      target: "es2024",
      module: "nodenext",
      strict: true,
      noEmit: true,
      erasableSyntaxOnly: true,
      types: [],
      paths: { "sluice/flink": [types] },
    },
    files: [JOB],
  };
}
