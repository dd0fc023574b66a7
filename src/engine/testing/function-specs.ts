import type { KeyType } from "../java/hash-code.ts";
import type { StateVisibility, UpdateType } from "../state/state-ttl-config.ts";
import type { Json } from "./json.ts";

/** An aggregate function in the scenario language. */
export interface AggregateSpec {
  readonly init: Json;
  readonly add: Json;
  readonly result: Json;
  readonly merge: Json;
}

/** The time to live of a state in the scenario language. */
export interface TtlSpec {
  /** Milliseconds. */
  readonly ms: number;
  readonly update?: UpdateType;
  readonly visibility?: StateVisibility;
  readonly cleanup?: "none" | "fullSnapshot";
}

/** A keyed state in the scenario language. */
export type StateSpec = { readonly ttl?: TtlSpec } & (
  | { readonly type: "value" }
  | { readonly type: "list" }
  | { readonly type: "map"; readonly keyType?: KeyType }
  | { readonly type: "reducing"; readonly reduce: Json }
  | ({ readonly type: "aggregating" } & AggregateSpec)
);

/** Keyed states by name. */
export type StateSpecs = { readonly [name: string]: StateSpec };
