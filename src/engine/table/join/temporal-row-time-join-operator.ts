import { LONG_MAX } from "../../java/long.ts";
import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import {
  isAccumulate,
  keyOf,
  nullRow,
  project,
  timeAt,
  type Change,
  type Row,
  type RowKind,
} from "../row.ts";
import { Timers } from "../timers.ts";

/** What an event-time temporal join needs to know. */
export interface TemporalJoinOptions {
  readonly type: "inner" | "left";
  readonly leftKeyIndices: readonly number[];
  readonly rightKeyIndices: readonly number[];
  /** The place of the left row's time, which the version must not be newer than. */
  readonly leftTimeIndex: number;
  /** The place of the time from which a version holds. */
  readonly rightTimeIndex: number;
  readonly rightArity: number;
}

/** What is kept for a join key. */
interface KeyedVersions {
  /** The left rows that wait for the watermark, in order of arrival. */
  waiting: readonly Change[];
  /** The versions by the time from which they hold; a later change of the same time replaces the one before. */
  readonly versions: Map<number, Change>;
  timer: number | undefined;
}

/**
 * Joins each left row with the version of its time (Flink's class of the same name): it waits until the
 * watermark of both sides has passed it, and then meets the newest right row that is not newer. A version that is a
 * deletion is no match. Versions older than the newest one at the watermark are forgotten.
 */
export class TemporalRowTimeJoinOperator implements ChangelogOperator {
  readonly #options: TemporalJoinOptions;
  readonly #context: OperatorContext;
  readonly #timers = new Timers((key) => this.#onTimer(key));
  readonly #keys = new Map<string, KeyedVersions>();

  constructor(options: TemporalJoinOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row, input: number): void {
    const { leftKeyIndices, rightKeyIndices, leftTimeIndex, rightTimeIndex } = this.#options;
    const key = keyOf(project(row, input === 0 ? leftKeyIndices : rightKeyIndices));
    const state = this.#keys.get(key) ?? { waiting: [], versions: new Map(), timer: undefined };
    this.#keys.set(key, state);
    const time = timeAt(row, input === 0 ? leftTimeIndex : rightTimeIndex);
    if (input === 0) state.waiting = [...state.waiting, { kind, row }];
    else state.versions.set(time, { kind, row });
    this.#registerSmallestTimer(key, state, time);
  }

  processWatermark(timestamp: number): void {
    this.#timers.advance(timestamp);
    this.#context.output.emitWatermark(timestamp);
  }

  #registerSmallestTimer(key: string, state: KeyedVersions, time: number): void {
    if (state.timer !== undefined && state.timer <= time) return;
    if (state.timer !== undefined) this.#timers.delete(key, state.timer);
    state.timer = time;
    this.#timers.register(key, time);
  }

  #onTimer(key: string): void {
    const state = this.#keys.get(key);
    if (state === undefined) return;
    state.timer = undefined;
    const watermark = this.#timers.progress;
    const versions = [...state.versions.entries()].sort(([a], [b]) => a - b);
    const leftTime = (change: Change) => timeAt(change.row, this.#options.leftTimeIndex);
    for (const change of state.waiting) {
      if (leftTime(change) <= watermark) this.#join(change, versionAt(versions, leftTime(change)));
    }
    state.waiting = state.waiting.filter((change) => leftTime(change) > watermark);
    forgetOldVersions(state.versions, watermark);
    const nextTime = Math.min(LONG_MAX, ...state.waiting.map(leftTime));
    if (nextTime < LONG_MAX) this.#registerSmallestTimer(key, state, nextTime);
  }

  #join({ kind, row }: Change, version: Change | undefined): void {
    const { type, rightArity } = this.#options;
    if (version !== undefined && isAccumulate(version.kind)) {
      this.#context.output.collect(kind, [...row, ...version.row]);
    } else if (type === "left") {
      this.#context.output.collect(kind, [...row, ...nullRow(rightArity)]);
    }
  }
}

/** Returns the newest version, of those sorted by time, that is not newer than `time`. */
function versionAt(versions: readonly (readonly [number, Change])[], time: number): Change | undefined {
  return versions.findLast(([versionTime]) => versionTime <= time)?.[1];
}

function forgetOldVersions(versions: Map<number, Change>, watermark: number): void {
  const passed = [...versions.keys()].filter((time) => time <= watermark);
  const newest = Math.max(...passed);
  for (const time of passed) {
    if (time < newest) versions.delete(time);
  }
}
