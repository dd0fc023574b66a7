import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";

import { Failure } from "../base/failure.ts";
import type { Variant } from "../exercise/variant.ts";
import type { Attempt } from "../practice/practice.ts";
import { makeFolder } from "./make-folder.ts";
import { replaceFile } from "./replace-file.ts";
import { reasonOf, unlessMissing } from "./system-error.ts";

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
  /** Tells editors where the types of "sluice/flink" are, wherever sluice is by now. */
  readonly supportEditors: () => void;
  /** Puts the broken job back. */
  readonly reset: (variant: Variant) => void;
  /** Puts back what the last reset took; does nothing if there was none. */
  readonly undoReset: (variant: Variant) => void;
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
  end: v.optional(v.picklist(["open", "revealed"]), "open"),
  ms: v.pipe(v.number(), v.minValue(0)),
});

/** What stands beside a job so that editors know "sluice/flink". */
export interface EditorSupport {
  /** The file with the types of "sluice/flink". */
  readonly types: string;
}

/** Opens the workspace of an exercise below `exercises`. Its functions throw the Failures `file-read` and `file-write`. */
export function openWorkspace(exercises: string, id: string, support: EditorSupport): ExerciseWorkspace {
  return new FolderWorkspace(join(exercises, id), support);
}

class FolderWorkspace implements ExerciseWorkspace {
  readonly file: string;
  readonly #folder: string;
  readonly #support: EditorSupport;

  constructor(folder: string, support: EditorSupport) {
    this.#folder = folder;
    this.#support = support;
    this.file = join(folder, JOB);
  }

  text(): string | null {
    return this.#read(JOB);
  }

  attempt(): Attempt | null {
    return this.text() === null ? null : attemptIn(this.#read(ATTEMPT));
  }

  keepAttempt(attempt: Attempt): void {
    this.#write(ATTEMPT, `${JSON.stringify(attempt)}\n`);
  }

  endAttempt(): void {
    const file = join(this.#folder, ATTEMPT);
    try {
      rmSync(file, { force: true });
    } catch (error) {
      throw new Failure({ code: "file-write", data: { file, reason: reasonOf(error) } }, error);
    }
  }

  begin(variant: Variant, attempt: Attempt): void {
    this.#setAside();
    // In this order: an attempt that is on disk is never one at the solution of the last.
    this.#write(JOB, variant.file.text);
    this.keepAttempt(attempt);
  }

  supportEditors(): void {
    this.#write("tsconfig.json", `${JSON.stringify(settingsFor(this.#support.types), null, 2)}\n`);
  }

  reset(variant: Variant): void {
    const broken = variant.file.text;
    const text = this.text();
    // A reset of what is the broken job already takes nothing, and the text before it is still to be had.
    if (text !== null && text !== broken) {
      this.#setAside();
      this.#write(BEFORE_RESET, text);
    }
    this.#write(JOB, broken);
  }

  undoReset(variant: Variant): void {
    const before = this.#read(BEFORE_RESET);
    if (before === null) return;
    if (this.text() !== variant.file.text) this.#setAside();
    this.#write(JOB, before);
  }

  /** Keeps the learner's text under a name of its own. */
  #setAside(): void {
    const text = this.text();
    if (text !== null) this.#write(nextName(this.#folder), text);
  }

  #read(name: string): string | null {
    const file = join(this.#folder, name);
    try {
      return unlessMissing(() => readFileSync(file, "utf8"));
    } catch (error) {
      throw new Failure({ code: "file-read", data: { file, reason: reasonOf(error) } }, error);
    }
  }

  #write(name: string, text: string): void {
    const file = join(this.#folder, name);
    try {
      makeFolder(this.#folder);
      replaceFile(file, text);
    } catch (error) {
      throw new Failure({ code: "file-write", data: { file, reason: reasonOf(error) } }, error);
    }
  }
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
  const names = unlessMissing(() => readdirSync(folder)) ?? [];
  const numbers = names.map((name) => Number(/^job\.(\d+)\.ts$/u.exec(name)?.[1] ?? 0));
  return `job.${Math.max(0, ...numbers) + 1}.ts`;
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
