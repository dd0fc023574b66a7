import type { Exercise } from "../card/exercise.ts";
import type { TracedEvent } from "../engine/trace/trace-event.ts";
import { canonicalJson } from "../exercise/canonical-json.ts";
import type { PictureFence } from "../exercise/gate/picture-fence.ts";
import type { RunRequest } from "../exercise/run.ts";
import { type ChildSession, startSession } from "./child-session.ts";
import { GATE_LIMITS, LEARNER_SEEDS } from "./limits.ts";
import { shownRun } from "./shown-run.ts";

/** The runs that a picture shows. */
export type PictureRuns =
  | { readonly type: "trace"; readonly events: readonly TracedEvent[] }
  | {
      readonly type: "divergence";
      readonly broken: readonly TracedEvent[];
      readonly fixed: readonly TracedEvent[];
    }
  | { readonly type: "sweep"; readonly seeds: readonly SweptSeed[] };

/** What came of crashing a job before each of its steps, with one seed. */
interface SweptSeed {
  readonly seed: number;
  readonly steps: number;
  readonly violatedAt: readonly number[];
}

/** Plays the broken job of an exercise for its pictures. */
export class PictureStudio {
  readonly #exercise: Exercise;
  readonly #session: ChildSession;

  /** Starts a process from the folder with the built program; `close` ends it. */
  constructor(program: string, exercise: Exercise) {
    this.#exercise = exercise;
    this.#session = startSession(program, exercise, GATE_LIMITS);
  }

  /** Returns the runs that a picture asks for; `null` if the job can't be played. */
  async runsFor({ kind, request }: PictureFence): Promise<PictureRuns | null> {
    const { job, solutions } = this.#exercise;
    if (kind === "sweep") return await this.#sweep(request);
    const events = await this.#trace(job.text, request);
    if (events === null) return null;
    if (kind !== "divergence") return { type: "trace", events };
    const fixed = await this.#trace(solutions[0]?.text ?? job.text, request);
    return fixed === null ? null : { type: "divergence", broken: events, fixed };
  }

  close(): void {
    this.#session.kill();
  }

  async #trace(text: string, request: RunRequest): Promise<readonly TracedEvent[] | null> {
    const played = await this.#session.play(text, request);
    return played === null ? null : (shownRun(request, played)?.events ?? null);
  }

  async #sweep(request: RunRequest): Promise<PictureRuns | null> {
    const seeds: SweptSeed[] = [];
    for (let seed = 0; seed < LEARNER_SEEDS; seed++) {
      const swept = await this.#sweepWith({ ...request, seed, faults: [] });
      if (swept === null) return null;
      seeds.push(swept);
    }
    return { type: "sweep", seeds };
  }

  async #sweepWith(request: RunRequest): Promise<SweptSeed | null> {
    const calm = await this.#outcome(request);
    if (calm === null) return null;
    const violatedAt: number[] = [];
    for (let step = 1; step <= calm.steps; step++) {
      const crashed = await this.#outcome({ ...request, faults: [{ type: "fail-task", at: { step } }] });
      if (crashed?.outcome !== calm.outcome) violatedAt.push(step);
    }
    return { seed: request.seed ?? 0, steps: calm.steps, violatedAt };
  }

  async #outcome(request: RunRequest): Promise<{ readonly outcome: string; readonly steps: number } | null> {
    const played = await this.#session.play(this.#exercise.job.text, { ...request, watch: "outcome" });
    if (played?.type !== "played") return null;
    const { outcome, failure, steps } = played.result;
    return { outcome: canonicalJson({ outcome, failure }), steps };
  }
}
