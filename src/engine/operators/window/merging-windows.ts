import { UnsupportedOperationException } from "../../java/exceptions.ts";
import type { Key } from "../../java/hash-code.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import type { ListState } from "../../state/state.ts";
import type { InternalTimer } from "../timer/internal-timer.ts";
import type { TimeDomain } from "../timer/timer-service.ts";
import { type Merge, MergingWindowSet, type WindowInFlight } from "./merging-window-set.ts";
import type { WindowAssigner } from "./window-assigner.ts";
import type { WindowContents } from "./window-contents.ts";
import type { WindowFiring } from "./window-firing.ts";
import type { WindowPlacement } from "./window-placement.ts";
import type { WindowTimes } from "./window-times.ts";
import type { Window } from "./window.ts";

/** What windows that merge need of their operator. */
export interface MergingWindowsParts<K extends Key, In, Out, W extends Window> {
  readonly firing: WindowFiring<K, In, Out, W>;
  readonly times: WindowTimes<K, W>;
  readonly mergeWindows: NonNullable<WindowAssigner<In, W>["mergeWindows"]>;
  readonly windowType: NamespaceType<W>;
  readonly contents: WindowContents<In, Out, K, W>;
  /** The windows in flight of the current key. */
  readonly inFlight: ListState<WindowInFlight<W>>;
}

/** Windows that become one when they touch: sessions. Contents lie under the state window of their session. */
export class MergingWindows<K extends Key, In, Out, W extends Window> implements WindowPlacement<K, In, W> {
  readonly #parts: MergingWindowsParts<K, In, Out, W>;

  constructor(parts: MergingWindowsParts<K, In, Out, W>) {
    this.#parts = parts;
  }

  addElement(value: In, timestamp: number, windows: readonly W[]): boolean {
    const { firing, times, mergeWindows } = this.#parts;
    const inFlight = this.#windowsInFlight();
    let isAdded = false;
    for (const assigned of windows) {
      const { window, stateWindow, merge } = inFlight.addWindow(assigned, mergeWindows);
      if (merge !== undefined) this.#merge(merge);
      if (times.isWindowLate(window)) {
        inFlight.retireWindow(window);
        continue;
      }
      isAdded = true;
      firing.addToContents(value, timestamp, stateWindow);
      firing.onElement(value, timestamp, window);
      times.registerCleanupTimer(window);
    }
    inFlight.persist();
    return isAdded;
  }

  /** A timer of a window that is no more, which its trigger has not deleted, does nothing. */
  onTimer(timer: InternalTimer<K, W>, timeDomain: TimeDomain): void {
    const { firing, times } = this.#parts;
    const { namespace: window } = timer;
    const inFlight = this.#windowsInFlight();
    const stateWindow = inFlight.stateWindowOf(window);
    if (stateWindow === undefined) return;
    firing.onTimer(timer, timeDomain, stateWindow);
    if (!times.isCleanup(timer, timeDomain)) return;
    firing.clearAllState(window);
    inFlight.retireWindow(window);
    inFlight.persist();
  }

  #merge({ result, merged, stateWindow, mergedStateWindows }: Merge<W>): void {
    const { firing, times, contents } = this.#parts;
    if (times.isOver(result)) {
      throw new UnsupportedOperationException(
        "The end timestamp of a window cannot become earlier than the current time by merging.",
      );
    }
    firing.onMerge(result, merged);
    for (const window of merged) {
      firing.clearTrigger(window);
      times.deleteCleanupTimer(window);
    }
    contents.mergeNamespaces(stateWindow, mergedStateWindows);
  }

  #windowsInFlight(): MergingWindowSet<W> {
    return new MergingWindowSet(this.#parts.inFlight, this.#parts.windowType);
  }
}
