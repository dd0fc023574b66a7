import type { Failure } from "../../src/base/failure.ts";
import type { Exercise } from "../../src/card/exercise.ts";
import type { PlainExercise } from "../../src/cli/plain-exercise.ts";
import { PlainFixPrinter } from "../../src/cli/plain-fix-printer.ts";
import { PlainFixTalk } from "../../src/cli/plain-fix-talk.ts";
import { PLAIN_RUN } from "../../src/exercise/run.ts";
import { variantFor } from "../../src/exercise/variant.ts";
import { rowText, type Row } from "../../src/pages/row.ts";
import {
  type Attempt,
  beginAttempt,
  type PracticeEffect,
  startPractice,
} from "../../src/practice/practice.ts";
import type { JudgedJob } from "../../src/sandbox/exercise-runner.ts";
import { createExerciseScheduler } from "../../src/schedule/exercise-scheduler.ts";
import type { Rating } from "../../src/schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { after } from "../history/builders.ts";
import { exercise as usual, FAILED, PASSED } from "../tui/fix/screens.ts";

/** A text that keeps all promises; every other one breaks some. */
export const MENDED = "one\nTWO\nthree\n";

/** What an attempt begins with, where it isn't the first one of somebody who has done nothing yet. */
export interface Beginning {
  readonly exercise?: Exercise;
  readonly attempts?: number;
  readonly attempt?: Partial<Attempt>;
}

/** A talk about a job that exists in memory only: `edits` are the texts that the editor leaves, one after the other. */
export class PlainJob {
  readonly said: string[] = [];
  readonly kept: Attempt[] = [];
  readonly ratings: Rating[] = [];
  readonly languages: string[] = [];
  /** The learner's text; `null`: the file is gone. */
  text: string | null = "one\ntwo\nthree\n";
  /** What is in the way of the disk. */
  obstacle: Failure | null = null;
  minutes = 0;
  /** Whether a text has passed. */
  mended = false;
  readonly talk: PlainFixTalk;
  readonly #before: string[] = [];

  constructor(edits: readonly string[] = [], beginning: Beginning = {}) {
    const open = this.#exercise([...edits], beginning);
    const say = (line: string): void => void this.said.push(line);
    const sayRows = (rows: readonly Row[]): void => rows.forEach((line) => say(rowText(line).trimEnd()));
    const printer = new PlainFixPrinter("en", open, { say, sayRows, ask: () => {}, width: 78 });
    const lines = {
      next: () => Promise.resolve(null),
      pausedFor: (run: () => Promise<void>) => run(),
      close: () => {},
    };
    const world = { open, printer, lines, now: () => after(this.minutes) };
    this.talk = new PlainFixTalk(world, (lang) => this.languages.push(lang));
  }

  /** Hears lines, and returns what was said to them. */
  async hears(...lines: readonly string[]): Promise<string> {
    const from = this.said.length;
    for (const line of lines) await this.talk.hear(line);
    return this.said.slice(from).join("\n");
  }

  #exercise(edits: string[], { exercise = usual, attempts = 0, attempt = {} }: Beginning): PlainExercise {
    const variant = variantFor(exercise, attempts, null);
    const scheduler = createExerciseScheduler({ ...DEFAULT_PARAMETERS, fuzz: "off" });
    const outlook = scheduler.outlook(exercise.id, null, after(0));
    return {
      start: startPractice(exercise, variant, { ...beginAttempt(variant), ...attempt }, after(0)),
      file: "/data/exercises/c6-02/job.ts",
      outlook,
      text: () => this.text,
      judge: (text) => {
        this.mended ||= text === MENDED;
        return Promise.resolve(judged(text));
      },
      run: () => Promise.resolve(null),
      play: () => Promise.resolve(null),
      playBroken: () => Promise.resolve({ events: [], request: PLAIN_RUN }),
      sweep: () => Promise.resolve(null),
      remarkOn: ({ status }) =>
        Promise.resolve(status === "pass" ? null : { zh: "还是太早。", en: "Still too early." }),
      advise: () => Promise.resolve([]),
      edit: (lend) => lend(() => Promise.resolve(void (this.text = edits.shift() ?? this.text))),
      keep: (effect) => this.#keep(effect),
      rate: (effect) => {
        if (this.obstacle !== null) return Promise.reject(this.obstacle);
        this.ratings.push(effect.rating);
        return Promise.resolve({ event: "d3f2:17", memory: outlook[effect.rating] });
      },
      record: () => Promise.reject(new Error("a talk in lines rates")),
      watch: () => () => {},
      close: () => {},
    };
  }

  #keep(effect: Extract<PracticeEffect, { readonly type: "keep-attempt" | "reset" | "undo-reset" }>): void {
    if (effect.type === "keep-attempt") this.kept.push(effect.attempt);
    else if (effect.type === "undo-reset") this.text = this.#before.pop() ?? this.text;
    else {
      this.#before.push(this.text ?? "");
      this.text = "one\ntwo\nthree\n";
    }
  }
}

function judged(text: string): JudgedJob {
  const verdict = text === MENDED ? PASSED : FAILED;
  const shown = {
    request: PLAIN_RUN,
    outcome: null,
    failure: null,
    steps: 1,
    events: [],
    said: "",
    hash: "",
  };
  return { verdict, shown, sweep: null, ms: 12 };
}
