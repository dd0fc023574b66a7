import type { Key } from "../../java/hash-code.ts";
import type { Collector } from "../collector.ts";
import type { RichFunction } from "../functions.ts";
import type { OutputTag } from "../output-tag.ts";
import type { KeyedStateStore } from "../runtime-context.ts";
import type { Window } from "./window.ts";

/** What a window function knows of its window (Flink's `ProcessWindowFunction.Context`). */
export interface ProcessWindowContext<W extends Window> {
  readonly window: () => W;
  /** Returns the processing time in ms. */
  readonly currentProcessingTime: () => number;
  /** Returns the newest watermark. */
  readonly currentWatermark: () => number;
  /** Returns state of this window, which the function's `clear` must clear. Windows that merge have none. */
  readonly windowState: () => KeyedStateStore;
  /** Returns state of the key, over all windows. */
  readonly globalState: () => KeyedStateStore;
  /** Sends to a side output, with the timestamp of the results. */
  readonly output: <X>(tag: OutputTag<X>, value: X) => void;
}

/** Makes results of a window's elements (Flink's class of the same name). */
export interface ProcessWindowFunction<In, Out, K extends Key, W extends Window> extends RichFunction<K> {
  readonly process: (
    key: K,
    context: ProcessWindowContext<W>,
    elements: readonly In[],
    out: Collector<Out>,
  ) => void;
  /** Is called when the window is over, to clear its state. */
  readonly clear?: (context: ProcessWindowContext<W>) => void;
}

/** What runs when a window fires: a user's function over what the window keeps (`InternalWindowFunction`). */
export interface InternalWindowFunction<
  Contents,
  Out,
  K extends Key,
  W extends Window,
> extends RichFunction<K> {
  readonly process: (
    key: K,
    context: ProcessWindowContext<W>,
    contents: Contents,
    out: Collector<Out>,
  ) => void;
  readonly clear?: (context: ProcessWindowContext<W>) => void;
}

/** Returns a function that sends the one value of a window as it is (`PassThroughWindowFunction`). */
export function passThrough<T, K extends Key, W extends Window>(): InternalWindowFunction<T, T, K, W> {
  return { process: (_key, _context, contents, out) => out.collect(contents) };
}

/** Returns a user's function over the one value of a window. */
export function overSingleValue<T, Out, K extends Key, W extends Window>(
  userFunction: ProcessWindowFunction<T, Out, K, W>,
): InternalWindowFunction<T, Out, K, W> {
  return {
    ...lifeOf(userFunction),
    process: (key, context, contents, out) => userFunction.process(key, context, [contents], out),
  };
}

/** Returns a user's function over the elements of a window; it does not run on none. */
export function overElements<T, Out, K extends Key, W extends Window>(
  userFunction: InternalWindowFunction<readonly T[], Out, K, W>,
): InternalWindowFunction<readonly T[], Out, K, W> {
  return {
    ...lifeOf(userFunction),
    process: (key, context, contents, out) => {
      if (contents.length > 0) userFunction.process(key, context, contents, out);
    },
  };
}

/** Returns a user's function over what `fold` makes of all elements of a window: evictors need them all. */
export function overFold<T, Folded, Out, K extends Key, W extends Window>(
  fold: (elements: readonly T[]) => Folded,
  userFunction: InternalWindowFunction<Folded, Out, K, W>,
): InternalWindowFunction<readonly T[], Out, K, W> {
  return {
    ...lifeOf(userFunction),
    process: (key, context, contents, out) => userFunction.process(key, context, fold(contents), out),
  };
}

function lifeOf<K extends Key, W extends Window>(
  userFunction: RichFunction<K> & { readonly clear?: (context: ProcessWindowContext<W>) => void },
) {
  return {
    open: (context: Parameters<NonNullable<RichFunction<K>["open"]>>[0]) => userFunction.open?.(context),
    close: () => userFunction.close?.(),
    clear: (context: ProcessWindowContext<W>) => userFunction.clear?.(context),
  };
}
