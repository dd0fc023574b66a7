import type { TracedEvent } from "../../trace/trace-event.ts";
import type { ExternalCall, ExternalCalls } from "../../world/external-calls.ts";
import type { Delivery, Message } from "../cluster/messages.ts";
import type { CallMoment, Fault } from "./fault.ts";

/** A fault that strikes at a moment, not one that goes on for the whole run. */
export type StrikingFault = Extract<Fault, { readonly at: unknown }>;

/** Breaks off a step in the middle, as the death of its process does. */
export class InjectedFault extends Error {
  override readonly name = "InjectedFault";
  readonly fault: StrikingFault;

  constructor(fault: StrikingFault) {
    super(`injected fault: ${fault.type}`);
    this.fault = fault;
  }
}

/** Knows which faults are still to come, and when. */
export class FaultInjector {
  readonly #faults: readonly Fault[];
  readonly #waiting: Set<StrikingFault>;
  /** Faults whose event has happened: they strike before the next step. */
  readonly #due = new Set<StrikingFault>();
  #nextStep: number;
  #waitsForEvents: boolean;

  constructor(faults: readonly Fault[]) {
    this.#faults = faults;
    this.#waiting = new Set(faults.filter((fault) => "at" in fault));
    this.#nextStep = this.#findNextStep();
    this.#waitsForEvents = this.#findEvents();
  }

  /** Whether a fault may strike because something happens. */
  get waitsForEvents(): boolean {
    return this.#waitsForEvents;
  }

  /** The number of the next step before which a fault strikes; Infinity if none does. */
  get nextStep(): number {
    return this.#due.size > 0 ? 0 : this.#nextStep;
  }

  /** Returns the faults that strike before a step, and forgets them. */
  takeFor(step: number): readonly StrikingFault[] {
    const striking = [...this.#waiting].filter((fault) => this.#due.has(fault) || isAt(fault, step));
    for (const fault of striking) this.#waiting.delete(fault);
    this.#due.clear();
    this.#nextStep = this.#findNextStep();
    this.#waitsForEvents = this.#findEvents();
    return striking;
  }

  /** Something has happened. */
  onEvent(event: TracedEvent): void {
    for (const fault of this.#waiting) {
      if ("event" in fault.at && fault.at.event(event)) this.#due.add(fault);
    }
  }

  /** Lets faults strike around the calls of systems outside. */
  intercept(calls: ExternalCalls): void {
    if (![...this.#waiting].some(({ at }) => "call" in at)) return;
    calls.intercept({
      before: (call) => this.#strikeAt(call, "before"),
      after: (call) => this.#strikeAt(call, "after"),
    });
  }

  /** Returns what the network makes of a message. */
  fateOf(message: Message): Delivery {
    for (const fault of this.#faults) {
      if (fault.type === "drop-messages" && fault.of(message)) return "drop";
      if (fault.type === "delay-messages" && fault.of(message)) return { delay: fault.delay };
    }
    return "deliver";
  }

  #findNextStep(): number {
    const steps = [...this.#waiting].map(({ at }) => ("step" in at ? at.step : Number.POSITIVE_INFINITY));
    return Math.min(Number.POSITIVE_INFINITY, ...steps);
  }

  #findEvents(): boolean {
    return [...this.#waiting].some(({ at }) => "event" in at);
  }

  #strikeAt({ number }: ExternalCall, moment: CallMoment["moment"]): void {
    for (const fault of this.#waiting) {
      if (!("call" in fault.at) || fault.at.call !== number || fault.at.moment !== moment) continue;
      this.#waiting.delete(fault);
      throw new InjectedFault(fault);
    }
  }
}

function isAt({ at }: StrikingFault, step: number): boolean {
  return "step" in at && at.step <= step;
}
