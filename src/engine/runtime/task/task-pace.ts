import type { StepResult } from "../schedule/actor.ts";
import type { SourcePoller } from "./source-poller.ts";
import type { TaskLoad, TaskWait } from "./task-load.ts";
import { hasRoom, isStuck, type TaskParts } from "./task-parts.ts";
import type { TaskState } from "./task-state.ts";

/** Says after each piece of work whether a task has more to do at once, and takes note of what it waits for if not. */
export class TaskPace {
  readonly #load: TaskLoad;
  readonly #poller: SourcePoller;
  readonly #takesTime: () => boolean;

  /** `takesTime` tells whether the step that is being taken costs time. */
  constructor(load: TaskLoad, poller: SourcePoller, takesTime: () => boolean) {
    this.#load = load;
    this.#poller = poller;
    this.#takesTime = takesTime;
  }

  /** The task has nothing to do; one that is over waits for nothing. */
  wait(state: TaskState, wait: TaskWait): StepResult {
    if (state !== "FINISHED") this.#load.markWaiting(wait);
    return "wait";
  }

  /** Whether a step may take another element. */
  mayTakeMore(parts: TaskParts, mails: number): boolean {
    return mails === 0 && !this.#takesTime() && hasRoom(parts);
  }

  /** Something has been done. A wait that begins now is no step of its own; work that takes time goes on. */
  goOn(parts: TaskParts, state: TaskState, mails: number): StepResult {
    if (this.#takesTime() || mails > 0) return this.#again(state);
    if (isStuck(parts)) return this.wait(state, "hard-back-pressure");
    if (!hasRoom(parts)) return this.wait(state, "soft-back-pressure");
    return this.#hasInput(parts, state) ? this.#again(state) : this.wait(state, "idle");
  }

  #hasInput({ chain, inputs }: TaskParts, state: TaskState): boolean {
    if (chain.source === null) return inputs.isReadable;
    return state === "RUNNING" && this.#poller.isReady;
  }

  #again(state: TaskState): StepResult {
    if (state !== "FINISHED") this.#load.markWorking();
    return "again";
  }
}
