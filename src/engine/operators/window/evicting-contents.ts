import type { Key } from "../../java/hash-code.ts";
import type { InternalListState } from "../../state/keyed-states.ts";
import type { Collector } from "../collector.ts";
import type { RuntimeContext } from "../runtime-context.ts";
import type { Evictor } from "./evictor.ts";
import type { TimestampedValue } from "./timestamped-value.ts";
import type { WindowContents } from "./window-contents.ts";
import type { InternalWindowFunction, ProcessWindowContext } from "./window-function.ts";
import type { Window } from "./window.ts";

/**
 * Contents that an evictor goes over at each firing (Flink's `EvictingWindowOperator`): all elements are kept, with
 * their timestamps; those that are left after the firing are written back. If the evictor leaves none the function
 * runs all the same, on nothing.
 */
export class EvictingContents<In, Out, K extends Key, W extends Window> implements WindowContents<
  In,
  Out,
  K,
  W
> {
  readonly #state: InternalListState<W, TimestampedValue<In>>;
  readonly #evictor: Evictor<In, W>;
  readonly #function: InternalWindowFunction<readonly In[], Out, K, W>;

  constructor(
    state: InternalListState<W, TimestampedValue<In>>,
    evictor: Evictor<In, W>,
    windowFunction: InternalWindowFunction<readonly In[], Out, K, W>,
  ) {
    this.#state = state;
    this.#evictor = evictor;
    this.#function = windowFunction;
  }

  setCurrentNamespace(window: W): void {
    this.#state.setCurrentNamespace(window);
  }

  add(value: In, timestamp: number): boolean {
    return this.#state.add({ value, timestamp });
  }

  emit(key: K, context: ProcessWindowContext<W>, out: Collector<Out>): void {
    const elements = this.#state.get();
    if (elements.length === 0) return;
    const kept = this.#evictor.evictBefore([...elements], context.window());
    this.#function.process(
      key,
      context,
      kept.map(({ value }) => value),
      out,
    );
    this.#state.update(this.#evictor.evictAfter(kept, context.window()));
  }

  clear(): void {
    this.#state.clear();
  }

  mergeNamespaces(target: W, sources: readonly W[]): void {
    this.#state.mergeNamespaces(target, sources);
  }

  open(context: RuntimeContext<K>): void {
    this.#function.open?.(context);
  }

  close(): void {
    this.#function.close?.();
  }

  clearFunctionState(context: ProcessWindowContext<W>): void {
    this.#function.clear?.(context);
  }
}
