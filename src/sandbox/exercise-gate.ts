import type { Problem } from "../base/problem.ts";
import type { ExerciseOnDisk } from "../exercise/gate/file-place.ts";
import {
  judgeChecks,
  judgeLocked,
  judgeProgram,
  programsToTry,
  type Tried,
} from "../exercise/gate/judge-programs.ts";
import { judge, type Verdict } from "../exercise/verdict.ts";
import { type ChildSession, startSession } from "./child-session.ts";
import { GATE_LIMITS } from "./limits.ts";

/** How thoroughly exercises are put to the test before anybody learns from them. */
export interface GateOptions {
  /** The folder with the built program. */
  readonly program: string;
  /** Interleavings that the checks try. */
  readonly seeds: number;
  /** Called before each program is judged. */
  readonly onProgram: (path: string) => void;
}

/** Runs every program of an exercise; returns what isn't as the exercise says. */
export async function runGate(disk: ExerciseOnDisk, options: GateOptions): Promise<readonly Problem[]> {
  const bench = new GateBench(disk, options);
  const problems: Problem[] = [];
  try {
    for (const tried of programsToTry(disk.exercise)) {
      options.onProgram(tried.path);
      const unrun = judgeLocked(disk.exercise, tried);
      const verdict = unrun ?? (await bench.judge(tried));
      problems.push(...judgeProgram(disk, tried, verdict));
      if (unrun === null && tried.path === disk.exercise.solutions[0]?.path && tried.data === 1)
        problems.push(...judgeChecks(disk, verdict));
    }
    return problems;
  } finally {
    bench.close();
  }
}

/** Judges one program after the other; one that ends its child costs the others nothing but a new one. */
class GateBench {
  readonly #disk: ExerciseOnDisk;
  readonly #options: GateOptions;
  #session: ChildSession | null = null;

  constructor(disk: ExerciseOnDisk, options: GateOptions) {
    this.#disk = disk;
    this.#options = options;
  }

  async judge({ text, answers, data }: Tried): Promise<Verdict> {
    const session = (this.#session ??= startSession(this.#options.program, this.#disk.exercise, GATE_LIMITS));
    const trial = { seeds: this.#options.seeds, data };
    const { end, during } = await session.judge(text, { trial, answers }, () => {});
    if (end === null) throw new Error("nobody else kills the child of a gate");
    if (end.type === "exceeded" || end.type === "died") this.close();
    return judge(end, during);
  }

  close(): void {
    this.#session?.kill();
    this.#session = null;
  }
}
