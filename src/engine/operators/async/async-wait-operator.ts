import { IllegalArgumentException } from "../../java/exceptions.ts";
import { ListStateDescriptor } from "../../state/state-descriptor.ts";
import type { ListState } from "../../state/state.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import { TimestampedCollector } from "../collector.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import type { OneInputStreamOperator, StateInitializationContext } from "../stream-operator.ts";
import { AsyncCalls } from "./async-calls.ts";
import type { AsyncFunction } from "./async-function.ts";
import type { AsyncRetryStrategy } from "./async-retry-strategy.ts";
import type { MailboxExecutor } from "./mailbox-executor.ts";
import { OrderedStreamElementQueue } from "./ordered-stream-element-queue.ts";
import type { QueueOutput, StreamElementQueue, StreamElementQueueEntry } from "./stream-element-queue.ts";
import type { StreamElement, StreamRecord } from "./stream-element.ts";
import { UnorderedStreamElementQueue } from "./unordered-stream-element-queue.ts";

/** How an asynchronous operator works. */
export interface AsyncWaitOptions<Out> {
  /** Results in the order of the input, or as they come between two watermarks. */
  readonly outputMode: "ordered" | "unordered";
  /** How long an element may take with all its retries, in ms; 0 for no limit. */
  readonly timeout: number;
  /** How many records and watermarks may be in flight. */
  readonly capacity: number;
  /** Without it no call is tried again. */
  readonly retryStrategy?: AsyncRetryStrategy<Out>;
}

const NO_CAPACITY = "The number of concurrent async operation should be greater than 0.";
const STATE_NAME = "_async_wait_operator_state_";

/**
 * Has a function ask somebody else for its results, many elements at a time (Flink's class of the same name). What is
 * in flight, answered or not, is state: after a failure it is asked for again. A full queue takes no more input.
 */
export class AsyncWaitOperator<In, Out> implements OneInputStreamOperator<In> {
  readonly #parameters: StreamOperatorParameters<Out>;
  readonly #asyncFunction: AsyncFunction<In, Out>;
  readonly #mailboxExecutor: MailboxExecutor;
  readonly #queue: StreamElementQueue<In, Out>;
  readonly #target: QueueOutput<Out>;
  readonly #calls: AsyncCalls<In, Out>;
  readonly #waiting: StreamElement<In>[] = [];
  #state: ListState<StreamElement<In>> | undefined;

  /** Throws an IllegalArgumentException for a capacity below 1, and for retries without a timeout. */
  constructor(
    parameters: StreamOperatorParameters<Out>,
    asyncFunction: AsyncFunction<In, Out>,
    options: AsyncWaitOptions<Out>,
    mailboxExecutor: MailboxExecutor,
  ) {
    const { capacity, outputMode, timeout, retryStrategy } = options;
    if (capacity <= 0) throw new IllegalArgumentException(NO_CAPACITY);
    this.#parameters = parameters;
    this.#asyncFunction = asyncFunction;
    this.#mailboxExecutor = mailboxExecutor;
    this.#queue =
      outputMode === "ordered"
        ? new OrderedStreamElementQueue(capacity)
        : new UnorderedStreamElementQueue(capacity);
    this.#target = { output: parameters.output, collector: new TimestampedCollector(parameters.output) };
    const { processingTimeService } = parameters;
    const environment = { asyncFunction, timeout, processingTimeService, mailboxExecutor };
    this.#calls = new AsyncCalls(environment, retryStrategy);
  }

  initializeState(context: StateInitializationContext): void {
    const descriptor = new ListStateDescriptor<StreamElement<In>>(STATE_NAME);
    this.#state = context.getOperatorStateStore().getListState(descriptor);
  }

  open(): void {
    this.#asyncFunction.open?.(this.#parameters.runtimeContext);
    for (const element of this.#state?.get() ?? []) this.#take(element);
  }

  processElement(value: In, timestamp: number): void {
    this.#take({ type: "record", value, timestamp });
  }

  processWatermark(timestamp: number): void {
    this.#take({ type: "watermark", timestamp });
  }

  /** Sends the status on at once: it waits for nothing that is in flight. */
  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }

  /** Whether there is room for more input; as long as there is none, Flink's task is stuck in `processElement`. */
  isAvailable(): boolean {
    return this.#waiting.length === 0;
  }

  /** Returns how many records and watermarks are in flight. */
  numInFlight(): number {
    return this.#queue.size + this.#waiting.length;
  }

  snapshotState(): void {
    this.#state?.update([...this.#queue.values(), ...this.#waiting]);
  }

  /** Waits for no delay of a retry any more. The task goes on with its mails until nothing is in flight. */
  finish(): void {
    this.#calls.finish();
  }

  close(): void {
    this.#asyncFunction.close?.();
  }

  #take(element: StreamElement<In>): void {
    this.#waiting.push(element);
    this.#fillQueue();
  }

  #fillQueue(): void {
    for (let element = this.#waiting[0]; element !== undefined; element = this.#waiting[0]) {
      const entry = this.#queue.tryPut(element);
      if (entry === undefined) return;
      this.#waiting.shift();
      if (element.type === "record") this.#begin(element, entry);
      else this.#outputCompletedElement();
    }
  }

  #begin({ value }: StreamRecord<In>, entry: StreamElementQueueEntry<In, Out>): void {
    this.#calls.begin(value, (results) => {
      entry.complete(results);
      this.#outputCompletedElement();
    });
  }

  #outputCompletedElement(): void {
    if (!this.#queue.hasCompletedElements()) return;
    this.#queue.emitCompletedElement(this.#target);
    if (this.#queue.hasCompletedElements()) {
      this.#mailboxExecutor.execute(() => this.#outputCompletedElement());
    }
    this.#fillQueue();
  }
}
