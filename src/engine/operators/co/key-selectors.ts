import type { KeySelector } from "../functions.ts";

/** Which key the elements of each of two inputs belong to. */
export interface KeySelectors<K, In1, In2> {
  readonly first: KeySelector<In1, K>;
  readonly second: KeySelector<In2, K>;
}
