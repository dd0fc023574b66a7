import type { OperatorContext } from "../changelog-operator.ts";
import { KeyedState } from "../keyed-state.ts";
import { equalRows, keyOf, type Row, type RowKind } from "../row.ts";
import type { UpdateKind } from "../update-kind.ts";
import type { Accumulators, AggregateHandler } from "./aggregate-handler.ts";

/** A group whose aggregates are being changed. */
export interface OpenGroup {
  readonly keyFields: Row;
  readonly accumulators: Accumulators;
  /** The results before the change; none if the group is new. */
  readonly before: Row | undefined;
}

/** What the results of groups are made and sent by. */
export interface GroupResultsOptions {
  readonly handler: AggregateHandler;
  /** ms of processing time after which an unchanged group is forgotten; 0 = never. */
  readonly stateTtl: number;
  /** Which kinds of change the consumer wants. */
  readonly updateKind: UpdateKind;
}

/**
 * The aggregates of all groups, and how a change of them is told: the first result of a group is `+I`, another
 * one `-U` and `+U`, the last row's departure `-D`. An unchanged result sends nothing, unless the state has a time
 * to live: then it is sent again to renew what depends on it (`GroupAggHelper.processElement`).
 */
export class GroupResults {
  readonly #options: GroupResultsOptions;
  readonly #context: OperatorContext;
  readonly #state: KeyedState<Accumulators>;

  constructor(options: GroupResultsOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#state = new KeyedState(context.clock, options.stateTtl);
  }

  /** Says whether the group has rows. */
  has(keyFields: Row): boolean {
    return this.#state.get(keyOf(keyFields)) !== undefined;
  }

  /** Returns the group, ready to be changed; `close` then sends what has changed. */
  open(keyFields: Row): OpenGroup {
    const accumulators = this.#state.get(keyOf(keyFields));
    if (accumulators !== undefined) {
      return { keyFields, accumulators, before: this.#options.handler.getValue(accumulators) };
    }
    return { keyFields, accumulators: this.#options.handler.createAccumulators(), before: undefined };
  }

  close(group: OpenGroup): void {
    const { keyFields, accumulators, before } = group;
    if (accumulators.records === 0) {
      this.#state.remove(keyOf(keyFields));
      if (before !== undefined) this.#collect("-D", keyFields, before);
      return;
    }
    this.#state.put(keyOf(keyFields), accumulators);
    const after = this.#options.handler.getValue(accumulators);
    if (before === undefined) this.#collect("+I", keyFields, after);
    else if (this.#options.stateTtl > 0 || !equalRows(before, after)) {
      if (this.#options.updateKind === "before-and-after") this.#collect("-U", keyFields, before);
      this.#collect("+U", keyFields, after);
    }
  }

  #collect(kind: RowKind, keyFields: Row, value: Row): void {
    this.#context.output.collect(kind, [...keyFields, ...value]);
  }
}
