import type { StreamGraph, StreamNode } from "../../graph/stream-graph.ts";
import { IllegalStateException } from "../../java/exceptions.ts";
import { TaskMailbox } from "../../operators/async/mailbox-executor.ts";
import { TaskProcessingTimeService } from "../../runtime/clock/task-processing-time-service.ts";
import type { VirtualClock } from "../../runtime/clock/virtual-clock.ts";
import type { InputStatus } from "../../runtime/source/source.ts";
import type { Handover } from "../../runtime/task/record-writer-output.ts";
import { LocalOperators, type LocalSource } from "./local-operators.ts";

/** How many elements a source that is alone sends before anybody looks at the mailbox. */
const BURST = 256;

const MICROS_PER_MILLI = 1000;

/**
 * A job of parallelism 1 as one chain of calls: each source is read to its end, and an element is through all operators
 * when the call returns. Nothing is queued, so nothing is slower than it has to be; without checkpoints nothing else is
 * to be seen of a task. Several sources are read in turn.
 */
export class LocalJob {
  readonly #clock: VirtualClock;
  readonly #mailbox = new TaskMailbox();
  readonly #timeService: TaskProcessingTimeService;
  readonly #operators: LocalOperators;
  #reading: readonly LocalSource[];
  readonly #unfinished: Set<StreamNode>;
  readonly #burst: number;

  constructor(graph: StreamGraph, clock: VirtualClock, handover: Handover) {
    this.#clock = clock;
    const mail = (letter: () => void) => this.#mailbox.execute(letter);
    this.#timeService = new TaskProcessingTimeService(clock, mail);
    const services = {
      processingTimeService: this.#timeService,
      mail,
      wakeUp: () => mail(() => {}),
      reportWatermark: () => {},
      activityTime: () => clock.currentTimeMillis(),
      restoredCheckpointId: null,
      finalCheckpoint: "none",
    } as const;
    this.#operators = new LocalOperators(graph, services, handover);
    this.#reading = this.#operators.sources;
    this.#unfinished = new Set(this.#operators.operators.keys());
    this.#burst = this.#reading.length === 1 && this.#operators.blocking.length === 0 ? BURST : 1;
  }

  /**
   * Runs the job until all sources have ended, or wait for ever. Throws what an operator threw, when all are closed.
   */
  run(): void {
    const operators = [...this.#operators.operators.values()].toReversed();
    try {
      for (const operator of operators) operator.initializeStateAndOpen();
      while (this.#reading.length > 0 && this.#readOnce());
    } finally {
      this.#timeService.quiesce();
      for (const operator of operators) operator.close();
    }
  }

  /** Lets each source send something, or waits for one; whether anything can still happen. */
  #readOnce(): boolean {
    let hasMoved = false;
    for (const source of this.#reading) {
      this.#waitUntilAvailable();
      const status = this.#poll(source);
      if (status !== "NOTHING_AVAILABLE") hasMoved = true;
      if (status === "END_OF_INPUT") this.#endOfInput(source);
      this.#passTime();
      this.#mailbox.runMails();
    }
    return hasMoved || this.#waitForSources();
  }

  #poll(source: LocalSource): InputStatus {
    let status: InputStatus = "MORE_AVAILABLE";
    for (let sent = 0; sent < this.#burst && status === "MORE_AVAILABLE"; sent++) {
      status = source.operator.emitNext();
    }
    return status;
  }

  #waitForSources(): boolean {
    // Readers see a clock of whole ms: what is due at 2.5 is there at 3.
    const time = Math.ceil(Math.min(...this.#reading.map(({ operator }) => operator.nextAvailableAt())));
    if (time === Number.POSITIVE_INFINITY && !this.#clock.hasForegroundEvents()) return false;
    const alarm = time === Number.POSITIVE_INFINITY ? null : this.#clock.schedule(time, () => {});
    this.#advance();
    alarm?.cancel();
    return true;
  }

  /** Throws an IllegalStateException if there is nothing to wait for. */
  #advance(): void {
    if (!this.#clock.advance())
      throw new IllegalStateException("The job waits for something that never happens.");
    this.#mailbox.runMails();
  }

  /** Lets the time pass that calls of systems outside took. */
  #passTime(): void {
    const spent = this.#clock.takeSpentMicros();
    if (spent === 0) return;
    const until = this.#clock.now() + spent / MICROS_PER_MILLI;
    this.#clock.schedule(until, () => {});
    this.#waitUntil(() => this.#clock.now() >= until);
  }

  #waitUntil(isTrue: () => boolean): void {
    while (!isTrue()) this.#advance();
  }

  #waitUntilAvailable(): void {
    for (const operator of this.#operators.blocking) this.#waitUntil(() => operator.isAvailable());
  }

  /** Ends the stream of a source: event time comes to its end, then the operators that have no input left finish. */
  #endOfInput(source: LocalSource): void {
    this.#reading = this.#reading.filter((other) => other !== source);
    source.endEventTime();
    for (const [node, operator] of this.#operators.operators) {
      if (!this.#unfinished.has(node) || !this.#hasEnded(node, source)) continue;
      operator.finish();
      this.#mailbox.runMails();
      this.#waitUntil(() => operator.isQuiet());
      this.#unfinished.delete(node);
    }
  }

  #hasEnded(node: StreamNode, ended: LocalSource): boolean {
    if (node.inEdges.length === 0) return node === ended.node;
    return node.inEdges.every((edge) => !this.#unfinished.has(edge.source));
  }
}
