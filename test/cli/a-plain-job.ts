import type { Failure } from "../../src/base/failure.ts";
import type { Exercise } from "../../src/card/exercise.ts";
import type { PlainExercise } from "../../src/cli/plain-exercise.ts";
import { PlainFixPrinter } from "../../src/cli/plain-fix-printer.ts";
import { PlainFixTalk } from "../../src/cli/plain-fix-talk.ts";
import type { SweptSeed } from "../../src/engine/runtime/sweep/swept-seed.ts";
import { PLAIN_RUN, type RunRequest } from "../../src/exercise/run.ts";
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
import { sumsRun } from "../pages/trace/runs.ts";
import { exercise as usual, FAILED, PASSED, sweepable } from "../tui/fix/screens.ts";

const { events: RUN } = sumsRun({ seed: 0, parallelism: 1, count: 2 });
const { events: BROKEN } = sumsRun({ seed: 0, parallelism: 1, count: 2, fail: { step: 8 } });

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
  /** Where the editor is. */
  editor: "beside" | "closed" = "closed";
  /** Whether a run is played for the picture. */
  run: "shown" | "lost" = "shown";
  /** What comes of a sweep, one after the other; no answer in the end. */
  readonly sweeps: (readonly SweptSeed[])[] = [];
  /** The sweep that comes with the verdict; `null` = none. */
  swept: readonly SweptSeed[] | null = null;
  /** The runs of the broken job that were asked for, and what is seen of them. */
  readonly broken: RunRequest[] = [];
  /** The texts that were swept. */
  readonly sweptTexts: string[] = [];
  readonly interruption = new AbortController();
  readonly talk: PlainFixTalk;
  readonly #before: string[] = [];

  constructor(edits: readonly string[] = [], beginning: Beginning = {}) {
    const open = this.#exercise([...edits], beginning);
    const say = (line: string): void => void this.said.push(line);
    const sayRows = (rows: readonly Row[]): void => rows.forEach((line) => say(rowText(line).trimEnd()));
    const speech = { say, sayRows, acknowledge: say, ask: () => {}, width: 78 };
    const printer = new PlainFixPrinter("en", open, speech);
    const lines = {
      next: () => Promise.resolve(null),
      pausedFor: (run: () => Promise<void>) => run(),
      signal: this.interruption.signal,
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
        return Promise.resolve(this.#judged(text));
      },
      run: () => Promise.resolve(null),
      play: () => Promise.resolve(null),
      playBroken: (request) => {
        this.broken.push(request);
        return Promise.resolve({ events: BROKEN, request });
      },
      sweep: (text) => {
        this.sweptTexts.push(text);
        return Promise.resolve(this.sweeps.shift() ?? null);
      },
      remarkOn: ({ status }) =>
        Promise.resolve(status === "pass" ? null : { zh: "还是太早。", en: "Still too early." }),
      advise: () => Promise.resolve([]),
      edit: async (lend) => {
        await lend(() => Promise.resolve(void (this.text = edits.shift() ?? this.text)));
        return this.editor;
      },
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

  #judged(text: string): JudgedJob {
    const verdict = sweepable(text === MENDED ? PASSED : FAILED);
    const told = { request: PLAIN_RUN, outcome: null, failure: null, steps: 1, said: "", hash: "" };
    const shown = this.run === "lost" ? null : { ...told, events: RUN };
    return { verdict, shown, sweep: this.swept, ms: 12 };
  }
}
