import type { Key } from "../../java/hash-code.ts";
import type { Appendable, Mergeable, Namespaced } from "../../state/keyed-states.ts";
import type { AppendingState } from "../../state/state.ts";
import type { Collector } from "../collector.ts";
import type { RichFunction } from "../functions.ts";
import type { InternalWindowFunction, ProcessWindowContext } from "./window-function.ts";
import type { Window } from "./window.ts";

/** What a window keeps of its elements, and what its function makes of it. It stands in one window at a time. */
export interface WindowContents<In, Out, K extends Key, W extends Window>
  extends Namespaced<W>, Mergeable<W>, RichFunction<K> {
  /** Adds an element; whether there was nothing before. */
  readonly add: (value: In, timestamp: number) => boolean;
  /** Runs the window's function, unless the window has nothing. */
  readonly emit: (key: K, context: ProcessWindowContext<W>, out: Collector<Out>) => void;
  readonly clear: () => void;
  /** Tells the function that the window is over. */
  readonly clearFunctionState: (context: ProcessWindowContext<W>) => void;
}

type ContentsState<In, Contents, W> = Appendable<In> &
  AppendingState<In, Contents> &
  Namespaced<W> &
  Mergeable<W>;

/** Contents that are folded into one value as they come, or that are listed. */
export class AppendingContents<In, Contents, Out, K extends Key, W extends Window> implements WindowContents<
  In,
  Out,
  K,
  W
> {
  readonly #state: ContentsState<In, Contents, W>;
  readonly #function: InternalWindowFunction<Contents, Out, K, W>;

  constructor(
    state: ContentsState<In, Contents, W>,
    windowFunction: InternalWindowFunction<Contents, Out, K, W>,
  ) {
    this.#state = state;
    this.#function = windowFunction;
  }

  setCurrentNamespace(window: W): void {
    this.#state.setCurrentNamespace(window);
  }

  add(value: In): boolean {
    return this.#state.add(value);
  }

  emit(key: K, context: ProcessWindowContext<W>, out: Collector<Out>): void {
    const contents = this.#state.get();
    if (contents !== null) this.#function.process(key, context, contents, out);
  }

  clear(): void {
    this.#state.clear();
  }

  mergeNamespaces(target: W, sources: readonly W[]): void {
    this.#state.mergeNamespaces(target, sources);
  }

  open(context: Parameters<NonNullable<RichFunction<K>["open"]>>[0]): void {
    this.#function.open?.(context);
  }

  close(): void {
    this.#function.close?.();
  }

  clearFunctionState(context: ProcessWindowContext<W>): void {
    this.#function.clear?.(context);
  }
}
