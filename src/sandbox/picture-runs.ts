import type { Exercise } from "../card/exercise.ts";
import type { SweptSeed } from "../engine/runtime/sweep/swept-seed.ts";
import type { TracedEvent } from "../engine/trace/trace-event.ts";
import type { PictureFence } from "../exercise/gate/picture-fence.ts";
import { AUTHORS_DATA } from "../exercise/other-data.ts";
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
    if (kind === "sweep") return await this.#sweep();
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

  /** Crashes are looked at as the first check looks at them that is about crashes: what it lets pass is no violation. */
  async #sweep(): Promise<PictureRuns | null> {
    const trial = { seeds: LEARNER_SEEDS, data: AUTHORS_DATA };
    const seeds = await this.#session.sweep(this.#exercise.job.text, { check: null, trial });
    return seeds === null ? null : { type: "sweep", seeds };
  }
}
