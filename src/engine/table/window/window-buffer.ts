import { LONG_MAX } from "../../java/long.ts";
import { isWindowFired } from "./window-start.ts";

interface BufferedSlice<V> {
  readonly key: string;
  readonly sliceEnd: number;
  readonly value: V;
}

/**
 * Gathers what comes for a key and slice until a window that it could belong to fires (Flink's
 * `RecordsWindowBuffer`). It hands out the slices in the order in which they first came.
 */
export class WindowBuffer<V> {
  readonly #create: () => V;
  readonly #combine: (key: string, sliceEnd: number, value: V) => void;
  readonly #slices = new Map<string, BufferedSlice<V>>();
  #minSliceEnd = LONG_MAX;

  constructor(create: () => V, combine: (key: string, sliceEnd: number, value: V) => void) {
    this.#create = create;
    this.#combine = combine;
  }

  /** Returns what is gathered for a key and slice, to be added to. */
  open(key: string, sliceEnd: number): V {
    const name = `${sliceEnd} ${key}`;
    const slice = this.#slices.get(name) ?? { key, sliceEnd, value: this.#create() };
    this.#slices.set(name, slice);
    this.#minSliceEnd = Math.min(this.#minSliceEnd, sliceEnd);
    return slice.value;
  }

  /** Hands everything out if a slice in it has fired by `progress`. */
  advanceProgress(progress: number): void {
    if (!isWindowFired(this.#minSliceEnd, progress)) return;
    const slices = [...this.#slices.values()];
    this.#slices.clear();
    this.#minSliceEnd = LONG_MAX;
    for (const { key, sliceEnd, value } of slices) this.#combine(key, sliceEnd, value);
  }
}
