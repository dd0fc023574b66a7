import { IllegalStateException } from "../../java/exceptions.ts";
import type { NamespaceId, NamespaceType } from "../../state/namespace.ts";
import type { ListState } from "../../state/state.ts";
import type { MergedWindows } from "./time-window.ts";

/** A window in flight, and the window under which its contents lie in the state. */
export interface WindowInFlight<W> {
  readonly window: W;
  readonly stateWindow: W;
}

/** Windows that have become one. */
export interface Merge<W> {
  readonly result: W;
  /** The windows that were there before. */
  readonly merged: readonly W[];
  /** Where the contents of the result lie. */
  readonly stateWindow: W;
  /** Where contents lie that must be moved there. */
  readonly mergedStateWindows: readonly W[];
}

/** The window that an element's own window has become, and the merge in which that happened, if there was one. */
export interface AddedWindow<W> {
  readonly window: W;
  readonly stateWindow: W;
  readonly merge: Merge<W> | undefined;
}

/**
 * The windows in flight of one key when windows merge (Flink's class of the same name). The contents of a merged
 * window stay where those of the first of its parts are, so that a merge moves as little as it can.
 */
export class MergingWindowSet<W> {
  readonly #state: ListState<WindowInFlight<W>>;
  readonly #windowType: NamespaceType<W>;
  readonly #inFlight: Map<NamespaceId, WindowInFlight<W>>;
  #changed = false;

  constructor(state: ListState<WindowInFlight<W>>, windowType: NamespaceType<W>) {
    this.#state = state;
    this.#windowType = windowType;
    this.#inFlight = new Map(state.get().map((inFlight) => [windowType.id(inFlight.window), inFlight]));
  }

  /** Returns where the contents of a window lie, or `undefined` if it is not in flight. */
  stateWindowOf(window: W): W | undefined {
    return this.#inFlight.get(this.#windowType.id(window))?.stateWindow;
  }

  /** Adds a window and merges it with those in flight as `mergeWindows` says. */
  addWindow(window: W, mergeWindows: (windows: readonly W[]) => readonly MergedWindows<W>[]): AddedWindow<W> {
    const windows = [...this.#inFlight.values()].map((known) => known.window);
    const [merged] = mergeWindows([...windows, window]);
    if (merged !== undefined) return this.#merge(merged, window);
    this.#put({ window, stateWindow: window });
    return { window, stateWindow: window, merge: undefined };
  }

  /** Takes a window out that is over. Throws an IllegalStateException if it is not in flight. */
  retireWindow(window: W): void {
    this.#changed = true;
    if (this.#inFlight.delete(this.#windowType.id(window))) return;
    throw new IllegalStateException(`Window ${JSON.stringify(window)} is not in in-flight window set.`);
  }

  /** Writes the windows in flight to the state, if they have changed. */
  persist(): void {
    if (this.#changed) this.#state.update([...this.#inFlight.values()]);
  }

  #merge({ result, parts }: MergedWindows<W>, added: W): AddedWindow<W> {
    const merged = parts.filter((part) => !this.#isSame(part, added));
    const [stateWindow = result, ...mergedStateWindows] = merged.flatMap(
      (part) => this.stateWindowOf(part) ?? [],
    );
    for (const part of merged) this.#inFlight.delete(this.#windowType.id(part));
    this.#put({ window: result, stateWindow });
    const [first] = merged;
    const isUnchanged = merged.length === 1 && first !== undefined && this.#isSame(first, result);
    const merge = isUnchanged ? undefined : { result, merged, stateWindow, mergedStateWindows };
    return { window: result, stateWindow, merge };
  }

  #put(inFlight: WindowInFlight<W>): void {
    this.#changed = true;
    this.#inFlight.set(this.#windowType.id(inFlight.window), inFlight);
  }

  #isSame(left: W, right: W): boolean {
    return this.#windowType.id(left) === this.#windowType.id(right);
  }
}
