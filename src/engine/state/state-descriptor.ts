import type { KeyType } from "../java/hash-code.ts";
import type { AggregateFunction, ReduceFunction } from "./functions.ts";
import type { StateTtlConfig } from "./state-ttl-config.ts";

/** Describes a state of one value for each key (Flink's class of the same name). */
export class ValueStateDescriptor<T> {
  readonly type = "value";
  readonly name: string;
  declare readonly valueType: T;
  /** How long entries live; for ever if undefined. */
  ttlConfig: StateTtlConfig | undefined = undefined;

  /** `name` is unique in an operator: by it the state is found again after a restore. */
  constructor(name: string) {
    this.name = name;
  }

  /** Lets the value expire. Call it before the state is asked for. */
  enableTimeToLive(config: StateTtlConfig): void {
    this.ttlConfig = config;
  }
}

/** Describes a state of a list for each key, or of a list in each instance of an operator. */
export class ListStateDescriptor<T> {
  readonly type = "list";
  readonly name: string;
  declare readonly elementType: T;
  /** How long entries live; for ever if undefined. */
  ttlConfig: StateTtlConfig | undefined = undefined;

  /** `name` is unique in an operator. */
  constructor(name: string) {
    this.name = name;
  }

  /** Lets each element expire by itself. */
  enableTimeToLive(config: StateTtlConfig): void {
    this.ttlConfig = config;
  }
}

/** Describes a state of a map for each key, or a broadcast state. */
export class MapStateDescriptor<UK, UV> {
  readonly type = "map";
  readonly name: string;
  readonly keyType: KeyType | undefined;
  declare readonly entryType: readonly [UK, UV];
  /** How long entries live; for ever if undefined. */
  ttlConfig: StateTtlConfig | undefined = undefined;

  /** `keyType` is the Java type of the map's keys, on which their order depends; by default that of the value. */
  constructor(name: string, keyType?: KeyType) {
    this.name = name;
    this.keyType = keyType;
  }

  /** Lets each entry expire by itself. */
  enableTimeToLive(config: StateTtlConfig): void {
    this.ttlConfig = config;
  }
}

/** Describes a state of one value for each key, into which everything added is folded. */
export class ReducingStateDescriptor<T> {
  readonly type = "reducing";
  readonly name: string;
  readonly reduceFunction: ReduceFunction<T>;
  /** How long entries live; for ever if undefined. */
  ttlConfig: StateTtlConfig | undefined = undefined;

  constructor(name: string, reduceFunction: ReduceFunction<T>) {
    this.name = name;
    this.reduceFunction = reduceFunction;
  }

  /** Lets the value expire; an expired one does not take part in the next fold. */
  enableTimeToLive(config: StateTtlConfig): void {
    this.ttlConfig = config;
  }
}

/** Describes a state of one accumulator for each key. */
export class AggregatingStateDescriptor<In, Acc, Out> {
  readonly type = "aggregating";
  readonly name: string;
  readonly aggregateFunction: AggregateFunction<In, Acc, Out>;
  /** How long entries live; for ever if undefined. */
  ttlConfig: StateTtlConfig | undefined = undefined;

  constructor(name: string, aggregateFunction: AggregateFunction<In, Acc, Out>) {
    this.name = name;
    this.aggregateFunction = aggregateFunction;
  }

  /** Lets the accumulator expire; the next value then begins a new one. */
  enableTimeToLive(config: StateTtlConfig): void {
    this.ttlConfig = config;
  }
}

/** What any descriptor says of its state. */
export interface StateDescriptor {
  readonly type: "value" | "list" | "map" | "reducing" | "aggregating";
  readonly name: string;
  readonly ttlConfig: StateTtlConfig | undefined;
  /** The Java type of the keys of a map state, if it was given. */
  readonly keyType?: KeyType | undefined;
}
