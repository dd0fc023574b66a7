import type { OutputTag } from "../../operators/output-tag.ts";
import type { Output } from "../../operators/output.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";

/** What leads away from an operator: its main output or, with a tag, a side output. */
export interface OutgoingStream {
  readonly outputTag: OutputTag<unknown> | null;
  readonly output: Output<unknown>;
}

/** Returns one output for all that leads away from an operator. */
export function outputTo(streams: readonly OutgoingStream[]): Output<unknown> {
  const [only] = streams;
  return streams.length === 1 && only?.outputTag === null ? only.output : new FanOutOutput(streams);
}

/** Sends records to all main outputs, side outputs by their tags, and time to everybody; to nobody if there is none. */
class FanOutOutput implements Output<unknown> {
  readonly #all: readonly Output<unknown>[];
  readonly #main: readonly Output<unknown>[];
  readonly #sides: ReadonlyMap<string, readonly Output<unknown>[]>;

  constructor(streams: readonly OutgoingStream[]) {
    this.#all = streams.map(({ output }) => output);
    this.#main = streams.filter(({ outputTag }) => outputTag === null).map(({ output }) => output);
    this.#sides = byTag(streams);
  }

  collect(value: unknown, timestamp: number): void {
    for (const output of this.#main) output.collect(value, timestamp);
  }

  collectSide<S>(tag: OutputTag<S>, value: S, timestamp: number): void {
    for (const output of this.#sides.get(tag.id) ?? []) output.collect(value, timestamp);
  }

  emitWatermark(timestamp: number): void {
    for (const output of this.#all) output.emitWatermark(timestamp);
  }

  emitWatermarkStatus(status: WatermarkStatus): void {
    for (const output of this.#all) output.emitWatermarkStatus(status);
  }
}

function byTag(streams: readonly OutgoingStream[]): ReadonlyMap<string, readonly Output<unknown>[]> {
  const sides = new Map<string, Output<unknown>[]>();
  for (const { outputTag, output } of streams) {
    if (outputTag !== null) sides.set(outputTag.id, [...(sides.get(outputTag.id) ?? []), output]);
  }
  return sides;
}
