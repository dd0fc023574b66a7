import type { Key } from "../../java/hash-code.ts";
import type { OutputTag } from "../output-tag.ts";
import type { Output } from "../output.ts";
import type { KeyedStateStore } from "../runtime-context.ts";
import type { InternalTimerService } from "../timer/internal-timer-service.ts";
import type { CurrentWindow } from "./current-window.ts";
import type { ProcessWindowContext } from "./window-function.ts";
import type { Window } from "./window.ts";

/** What an operator's window functions work with. */
export interface ProcessHome<K extends Key, W> {
  readonly timers: InternalTimerService<K, W>;
  readonly output: Pick<Output<unknown>, "collectSide">;
  readonly windowState: KeyedStateStore;
  readonly globalState: KeyedStateStore;
}

/** What window functions get (the `WindowContext` of Flink's `WindowOperator`). One an operator. */
export class WindowProcessContext<K extends Key, W extends Window> implements ProcessWindowContext<W> {
  readonly #home: ProcessHome<K, W>;
  readonly #current: CurrentWindow<W>;

  constructor(home: ProcessHome<K, W>, current: CurrentWindow<W>) {
    this.#home = home;
    this.#current = current;
  }

  window(): W {
    return this.#current.get();
  }

  currentProcessingTime(): number {
    return this.#home.timers.currentProcessingTime();
  }

  currentWatermark(): number {
    return this.#home.timers.currentWatermark();
  }

  windowState(): KeyedStateStore {
    return this.#home.windowState;
  }

  globalState(): KeyedStateStore {
    return this.#home.globalState;
  }

  output<X>(tag: OutputTag<X>, value: X): void {
    this.#home.output.collectSide(tag, value, this.#current.get().maxTimestamp());
  }
}
