import { LONG_MAX } from "../../java/long.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import type { Window } from "./window.ts";

/** The one window that everything is in (Flink's class of the same name). It never ends. */
export interface GlobalWindow extends Window {
  readonly kind: "global";
}

/** The only global window (`GlobalWindow.get()`). */
export const GLOBAL_WINDOW: GlobalWindow = { kind: "global", maxTimestamp: () => LONG_MAX };

/** The global window as a namespace; its Java hash is 0. */
export const GLOBAL_WINDOW_TYPE: NamespaceType<GlobalWindow> = { id: () => 0, hash: () => 0 };
