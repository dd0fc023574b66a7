import type { OperatorSubtaskState } from "../operators/operator-subtask-state.ts";
import { repartition } from "../operators/state-assignment.ts";
import { EARLIEST_TIMESTAMP, NO_TIMESTAMP } from "../time/timestamp.ts";
import type { DrivenInstance, DrivenOperator, ScriptedElement } from "./driven-operator.ts";
import type { JsonObject } from "./json.ts";
import { outputRow } from "./output-rows.ts";
import type { PlayedStep, ScenarioTime, Step } from "./scenario.ts";
import { decodeTime } from "./times.ts";

/** Plays a script on all instances of an operator, step by step. */
export class OperatorPlayer {
  readonly #operator: DrivenOperator;
  readonly #snapshots = new Map<string, readonly OperatorSubtaskState[]>();
  #instances: readonly DrivenInstance[];
  #now = 0;

  constructor(operator: DrivenOperator) {
    this.#operator = operator;
    this.#instances = this.#start(Array.from({ length: operator.parallelism }, () => undefined));
  }

  /** Plays one step. What it throws is part of what it puts out. */
  play(step: Step): PlayedStep {
    try {
      this.#perform(step);
      for (const instance of this.#instances) instance.settle?.();
    } catch (error) {
      return { out: this.#drain(), error: error instanceof Error ? error.name : String(error) };
    }
    return { out: this.#drain(), obs: this.#observe() };
  }

  #perform(step: Step): void {
    if (step.el !== undefined) this.#feed(elementOf(step));
    else if (step.wm !== undefined) this.#emitWatermark(decodeTime(step.wm), step);
    else if (step.status !== undefined) this.#emitStatus(step.status, step);
    else if (step.pt !== undefined) this.#setClock(step.pt);
    else if (step.snapshot !== undefined) this.#snapshot(step.snapshot);
    else if (step.restore !== undefined) this.#restore(step.restore, step.parallelism);
    else for (const instance of this.#instances) instance.special?.(step);
  }

  #feed(element: ScriptedElement): void {
    for (const index of this.#operator.route(element, this.#instances.length)) {
      this.#instances[index]?.element(element);
    }
  }

  #emitWatermark(timestamp: number, step: Step): void {
    for (const instance of this.#addressed(step)) instance.watermark(timestamp, step.in ?? 1);
  }

  #emitStatus(status: "idle" | "active", step: Step): void {
    for (const instance of this.#addressed(step)) instance.status(status, step.in ?? 1);
  }

  #addressed({ sub }: Step): readonly DrivenInstance[] {
    return sub === undefined ? this.#instances : this.#instances.slice(sub, sub + 1);
  }

  #setClock(timestamp: number): void {
    this.#now = timestamp;
    for (const { environment } of this.#instances) environment.clock.setCurrentTime(timestamp);
  }

  #snapshot(name: string): void {
    this.#snapshots.set(
      name,
      this.#instances.map((instance) => instance.snapshot()),
    );
  }

  #restore(name: string, wanted: number | undefined): void {
    const states = this.#snapshots.get(name);
    if (states === undefined) throw new Error(`The script restores "${name}" before it makes it.`);
    this.#drain();
    this.#instances = this.#start(
      repartition(states, wanted ?? states.length, this.#operator.maxParallelism),
    );
  }

  #start(states: readonly (OperatorSubtaskState | undefined)[]): readonly DrivenInstance[] {
    return states.map((restored, subtaskIndex) =>
      this.#operator.makeInstance({
        maxParallelism: this.#operator.maxParallelism,
        parallelism: states.length,
        subtaskIndex,
        processingTime: this.#now,
        restored,
      }),
    );
  }

  #drain(): readonly JsonObject[] {
    return this.#instances.flatMap(({ environment }, index) => {
      const sub = this.#instances.length > 1 ? index : undefined;
      return environment.output.drain().map((event) => outputRow(event, sub));
    });
  }

  #observe(): JsonObject {
    const totals: { [what: string]: number } = {};
    for (const instance of this.#instances) {
      for (const [what, count] of Object.entries(this.#operator.observe(instance))) {
        totals[what] = (totals[what] ?? 0) + count;
      }
    }
    return totals;
  }
}

function elementOf({ el = null, ts, in: input = 1, sub }: Step): ScriptedElement {
  return { value: el, timestamp: timestampOf(ts), input, sub };
}

function timestampOf(time: ScenarioTime | undefined): number {
  if (time === undefined) return NO_TIMESTAMP;
  return time === "MIN" ? EARLIEST_TIMESTAMP : decodeTime(time);
}
