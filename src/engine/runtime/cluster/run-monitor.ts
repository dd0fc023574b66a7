import type { TraceRecorder } from "../../trace/trace-recorder.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { FaultInjector } from "../faults/fault-injector.ts";
import { ALLOCATION_CHECK_INTERVAL, type Budget, BudgetExceededException } from "./budget.ts";

/** What a monitor asks of the run. */
export interface MonitoredRun {
  readonly steps: () => number;
  readonly allocations: () => number;
}

/** Watches a run: counts what it uses, and hands what happens to who records it and to who waits for it. */
export class RunMonitor {
  readonly #run: MonitoredRun;
  readonly #clock: VirtualClock;
  readonly #budget: Budget;
  readonly #recorder: TraceRecorder | null;
  readonly #faults: FaultInjector;
  #timersFired = 0;
  #nextAllocationCheck: number;

  constructor(
    run: MonitoredRun,
    clock: VirtualClock,
    watched: { readonly budget: Budget; readonly recorder: TraceRecorder | null },
    faults: FaultInjector,
  ) {
    this.#run = run;
    this.#clock = clock;
    this.#budget = watched.budget;
    this.#recorder = watched.recorder;
    this.#faults = faults;
    this.#nextAllocationCheck =
      watched.budget.allocations === Number.POSITIVE_INFINITY ? watched.budget.allocations : 0;
  }

  /** Returns the number of the next step to look at. */
  nextStep(): number {
    if (this.#faults.waitsForEvents) return 0;
    return Math.min(this.#budget.steps - this.#timersFired + 1, this.#nextAllocationCheck);
  }

  /** Looks at the run before a step. Throws a BudgetExceededException if it has used too much. */
  beforeStep(step: number): void {
    if (step + this.#timersFired > this.#budget.steps)
      throw new BudgetExceededException("steps", this.#budget);
    if (step < this.#nextAllocationCheck) return;
    this.#nextAllocationCheck = step + ALLOCATION_CHECK_INTERVAL;
    if (this.#run.allocations() > this.#budget.allocations) {
      throw new BudgetExceededException("allocations", this.#budget);
    }
  }

  /** Throws a BudgetExceededException if the next event lies beyond the time of the run. */
  checkTime(): void {
    const next = this.#clock.nextEventTime();
    if (next !== Number.POSITIVE_INFINITY && next > this.#budget.time) {
      throw new BudgetExceededException("time", this.#budget);
    }
  }

  /** Returns who hears of an operator; `null` if nobody does. */
  tracerFor(operator: string, subtask: number): Tracer | null {
    if (this.#recorder === null && !this.#faults.waitsForEvents) return null;
    return {
      record: (event) => {
        const place = { step: this.#run.steps(), time: this.#clock.currentTimeMillis(), subtask, operator };
        const traced = { ...place, ...event };
        this.#recorder?.add(traced);
        this.#faults.onEvent(traced);
      },
    };
  }

  /** Returns who hears of timers: each that fires counts as a step, or a timer could go on for ever within one. */
  timerTracer(): Tracer | null {
    if (this.#budget.steps === Number.POSITIVE_INFINITY) return null;
    return {
      record: ({ type }) => {
        if (type !== "timer-fire") return;
        this.#timersFired += 1;
        if (this.#run.steps() + this.#timersFired > this.#budget.steps) {
          throw new BudgetExceededException("steps", this.#budget);
        }
      },
    };
  }
}
