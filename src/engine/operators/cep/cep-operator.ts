import type { Key } from "../../java/hash-code.ts";
import { VOID_NAMESPACE, VOID_NAMESPACE_TYPE, type VoidNamespace } from "../../state/namespace.ts";
import { MapStateDescriptor, ValueStateDescriptor } from "../../state/state-descriptor.ts";
import type { MapState, ValueState } from "../../state/state.ts";
import { NO_TIMESTAMP } from "../../time/timestamp.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import { TimestampedCollector } from "../collector.ts";
import type { KeySelector } from "../functions.ts";
import type { OutputTag } from "../output-tag.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "../stream-operator.ts";
import type { InternalTimerService } from "../timer/internal-timer-service.ts";
import type { Triggerable } from "../timer/internal-timer.ts";
import type { NFAState } from "./computation-state.ts";
import { compilePattern } from "./nfa-compiler.ts";
import { NFA, type NFAResult, type TimedOutMatch } from "./nfa.ts";
import type { PatternContext, PatternProcessFunction } from "./pattern-process-function.ts";
import type { Pattern } from "./pattern.ts";
import { SharedBuffer, type SharedBufferNode } from "./shared-buffer.ts";

/** What a CEP operator looks for, and how. */
export interface PatternSearch<In, Out> {
  readonly pattern: Pattern<In>;
  readonly patternProcessFunction: PatternProcessFunction<In, Out>;
  readonly timeBehaviour: "EventTime" | "ProcessingTime";
  /** Where late events go; `null`: they are dropped. */
  readonly lateDataOutputTag: OutputTag<In> | null;
}

/**
 * Looks for a pattern in the events of each key (Flink's class of the same name). In event time, events wait for the
 * watermark and are looked at in the order of their time; in processing time each is looked at as it comes.
 */
export class CepOperator<K extends Key, In, Out>
  implements OneInputStreamOperator<In>, Triggerable<K, VoidNamespace>, PatternContext
{
  readonly #parameters: StreamOperatorParameters<Out, K>;
  readonly #keySelector: KeySelector<In, K>;
  readonly #search: PatternSearch<In, Out>;
  readonly #nfa: NFA<In>;
  readonly #collector: TimestampedCollector<Out>;
  readonly #timerService: InternalTimerService<K, VoidNamespace>;
  readonly #computationStates: ValueState<NFAState>;
  readonly #partialMatches: SharedBuffer<In>;
  readonly #elementQueue: MapState<number, readonly In[]>;
  #timestamp = NO_TIMESTAMP;

  /** Throws a `MalformedPatternException` if the pattern makes no sense. */
  constructor(
    parameters: StreamOperatorParameters<Out, K>,
    keySelector: KeySelector<In, K>,
    search: PatternSearch<In, Out>,
  ) {
    const { output, timeServiceManager, runtimeContext } = parameters;
    this.#parameters = parameters;
    this.#keySelector = keySelector;
    this.#search = search;
    this.#nfa = new NFA(compilePattern(search.pattern), search.pattern.afterMatchSkipStrategy);
    this.#collector = new TimestampedCollector(output);
    this.#timerService = timeServiceManager.getInternalTimerService(
      "watermark-callbacks",
      VOID_NAMESPACE_TYPE,
      this,
    );
    this.#computationStates = runtimeContext.getState(new ValueStateDescriptor<NFAState>("nfaStateName"));
    const nodes = new MapStateDescriptor<number, SharedBufferNode<In>>("sharedBuffer-entries", "long");
    this.#partialMatches = new SharedBuffer(runtimeContext.getMapState(nodes));
    const queue = new MapStateDescriptor<number, readonly In[]>("eventQueuesStateName", "long");
    this.#elementQueue = runtimeContext.getMapState(queue);
  }

  processElement(value: In, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelector(value));
    if (this.#search.timeBehaviour === "ProcessingTime") this.#processAtOnce(value);
    else if (timestamp > this.#timerService.currentWatermark()) this.#bufferEvent(value, timestamp);
    else if (this.#search.lateDataOutputTag === null) this.#parameters.numLateRecordsDropped.inc();
    else this.#parameters.output.collectSide(this.#search.lateDataOutputTag, value, timestamp);
  }

  processWatermark(timestamp: number): void {
    this.#parameters.timeServiceManager.advanceWatermark(timestamp);
    this.#parameters.output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }

  /** Looks at all events of the key that the watermark has passed; timers that fire later find nothing left. */
  onEventTime(): void {
    const watermark = this.#timerService.currentWatermark();
    const times = this.#elementQueue.keys().filter((time) => time <= watermark);
    let state = this.#nfaState();
    let beginsMatch = false;
    for (const time of times.toSorted((left, right) => left - right)) {
      state = this.#advanceTime(state, time);
      for (const event of this.#elementQueue.get(time) ?? []) {
        const result = this.#nfa.process(this.#partialMatches, state, { event, timestamp: time });
        beginsMatch ||= result.beginsMatch;
        if (beginsMatch) this.#registerWindowEnd(time);
        state = this.#emit(result, time);
      }
      this.#elementQueue.remove(time);
    }
    this.#updateNFA(this.#advanceTime(state, watermark));
  }

  onProcessingTime(): void {
    this.#updateNFA(this.#advanceTime(this.#nfaState(), this.#timerService.currentProcessingTime()));
  }

  timestamp(): number {
    return this.#timestamp;
  }

  currentProcessingTime(): number {
    return this.#timerService.currentProcessingTime();
  }

  output<X>(tag: OutputTag<X>, value: X): void {
    const isEventTime = this.#search.timeBehaviour === "EventTime";
    this.#parameters.output.collectSide(tag, value, isEventTime ? this.#timestamp : NO_TIMESTAMP);
  }

  #bufferEvent(event: In, timestamp: number): void {
    const events = this.#elementQueue.get(timestamp) ?? [];
    if (events.length === 0) this.#timerService.registerEventTimeTimer(VOID_NAMESPACE, timestamp);
    this.#elementQueue.put(timestamp, [...events, event]);
  }

  #processAtOnce(event: In): void {
    const timestamp = this.#timerService.currentProcessingTime();
    const state = this.#advanceTime(this.#nfaState(), timestamp);
    const result = this.#nfa.process(this.#partialMatches, state, { event, timestamp });
    if (result.beginsMatch) this.#registerWindowEnd(timestamp);
    this.#updateNFA(this.#emit(result, timestamp));
  }

  #registerWindowEnd(timestamp: number): void {
    const windowTime = this.#nfa.getWindowTime();
    if (windowTime === 0) return;
    const end = timestamp + windowTime;
    if (this.#search.timeBehaviour === "EventTime")
      this.#timerService.registerEventTimeTimer(VOID_NAMESPACE, end);
    else this.#timerService.registerProcessingTimeTimer(VOID_NAMESPACE, end + 1);
  }

  #advanceTime(state: NFAState, timestamp: number): NFAState {
    const result = this.#nfa.advanceTime(this.#partialMatches, state, timestamp);
    this.#emit(result, timestamp);
    for (const timedOut of result.timedOut) this.#emitTimedOut(timedOut);
    return result.state;
  }

  #emit({ state, matches }: NFAResult<In>, timestamp: number): NFAState {
    this.#stampWith(timestamp);
    for (const match of matches)
      this.#search.patternProcessFunction.processMatch(match, this, this.#collector);
    return state;
  }

  #emitTimedOut({ match, timestamp }: TimedOutMatch<In>): void {
    this.#stampWith(timestamp);
    this.#search.patternProcessFunction.processTimedOutMatch?.(match, this);
  }

  #stampWith(timestamp: number): void {
    this.#timestamp = timestamp;
    if (this.#search.timeBehaviour === "EventTime") this.#collector.setAbsoluteTimestamp(timestamp);
  }

  #nfaState(): NFAState {
    return this.#computationStates.value() ?? this.#nfa.createInitialNFAState();
  }

  /** A key that waits for the beginning of a match only needs no state. */
  #updateNFA(state: NFAState): void {
    const isInitial = state.partialMatches.length === 1 && state.completedMatches.length === 0;
    this.#computationStates.update(isInitial ? null : state);
  }
}
