import type { Key, KeyType } from "../java/hash-code.ts";

/** How the elements of an operator's list state are dealt out anew: each to one instance, or all to all. */
export type RedistributionMode = "split" | "union";

/** A list of operator state in a snapshot of one instance. */
export interface OperatorListSnapshot {
  readonly name: string;
  readonly mode: RedistributionMode;
  readonly elements: readonly unknown[];
}

/** A broadcast state in a snapshot of one instance: its own copy. */
export interface BroadcastSnapshot {
  readonly name: string;
  /** The Java type of the keys, if it was given. */
  readonly keyType: KeyType | undefined;
  readonly entries: readonly (readonly [Key, unknown])[];
}

/** The operator state of one instance of an operator. */
export interface OperatorStateSnapshot {
  readonly lists: readonly OperatorListSnapshot[];
  readonly broadcasts: readonly BroadcastSnapshot[];
}
