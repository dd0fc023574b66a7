import type { Key } from "../../java/hash-code.ts";
import type { Collector } from "../collector.ts";
import type { KeySelector } from "../functions.ts";
import type { RuntimeContext } from "../runtime-context.ts";
import type { InternalWindowFunction, ProcessWindowContext } from "../window/window-function.ts";
import {
  WindowOperatorBuilder,
  type WindowOperatorFactory,
  type WindowSettings,
} from "../window/window-operator-builder.ts";
import type { Window } from "../window/window.ts";
import type { CoGroupFunction } from "./co-group-function.ts";
import { unionKeySelector, type TaggedUnion } from "./tagged-union.ts";

/** What `stream.coGroup(other).where().equalTo().window()…` says before it comes to the function. */
export interface CoGroupedWindowSettings<K extends Key, In1, In2, W extends Window> extends Omit<
  WindowSettings<K, TaggedUnion<In1, In2>, W>,
  "keySelector" | "lateDataOutputTag"
> {
  readonly where: KeySelector<In1, K>;
  readonly equalTo: KeySelector<In2, K>;
}

/**
 * Returns what makes the operator of two streams that are grouped by key and window (Flink's `CoGroupedStreams`): both
 * streams as one, in windows. Late elements are dropped and counted; they have no side output.
 */
export function coGroupedWindows<K extends Key, In1, In2, Out, W extends Window>(
  { where, equalTo, ...settings }: CoGroupedWindowSettings<K, In1, In2, W>,
  coGroupFunction: CoGroupFunction<In1, In2, Out, K>,
): WindowOperatorFactory<K, TaggedUnion<In1, In2>, Out, W> {
  const keySelector = unionKeySelector(where, equalTo);
  return new WindowOperatorBuilder({ ...settings, keySelector }).process(
    new CoGroupWindowFunction<K, In1, In2, Out, W>(coGroupFunction),
  );
}

/** Parts the elements of a window by their streams (Flink's class of the same name). */
class CoGroupWindowFunction<K extends Key, In1, In2, Out, W extends Window> implements InternalWindowFunction<
  readonly TaggedUnion<In1, In2>[],
  Out,
  K,
  W
> {
  readonly #function: CoGroupFunction<In1, In2, Out, K>;

  constructor(coGroupFunction: CoGroupFunction<In1, In2, Out, K>) {
    this.#function = coGroupFunction;
  }

  open(context: RuntimeContext<K>): void {
    this.#function.open?.(context);
  }

  process(
    _key: K,
    _context: ProcessWindowContext<W>,
    elements: readonly TaggedUnion<In1, In2>[],
    out: Collector<Out>,
  ): void {
    const first: In1[] = [];
    const second: In2[] = [];
    for (const element of elements) {
      if (element.input === "one") first.push(element.value);
      else second.push(element.value);
    }
    this.#function.coGroup(first, second, out);
  }

  close(): void {
    this.#function.close?.();
  }
}
