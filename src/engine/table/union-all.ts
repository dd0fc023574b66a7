import { IllegalArgumentException } from "../java/exceptions.ts";
import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import { uniformMonotonicity, type TableMonotonicity } from "./monotonicity.ts";
import type { Row, RowKind } from "./row.ts";
import { passesUpdateKindOn, type Table } from "./table.ts";

/**
 * UNION ALL: the changes of all inputs as they come (the planner's `Union`). The columns are those of the first one.
 * Throws `IllegalArgumentException` if there is no input.
 */
export function unionAll(inputs: readonly Table[]): Table {
  const [first] = inputs;
  if (first === undefined) throw new IllegalArgumentException("UNION ALL needs an input.");
  return {
    name: "Union",
    columns: first.columns,
    upsertKeys: [],
    changes: inputs.every((input) => input.changes === "insert-only") ? "insert-only" : "updating",
    monotonicity: unionMonotonicity(inputs, first),
    inputs,
    source: undefined,
    inputUpdateKinds: passesUpdateKindOn(inputs),
    createOperator: (context) => new ForwardOperator(context),
  };
}

/** The movement of all inputs if it is the same, none if rows may be deleted. */
function unionMonotonicity(inputs: readonly Table[], first: Table): TableMonotonicity {
  const movements = inputs.map((input) => input.monotonicity);
  if (movements.includes(undefined)) return undefined;
  const isSame = movements.every((other) => other?.join() === first.monotonicity?.join());
  return isSame ? first.monotonicity : uniformMonotonicity(first.columns.length, "not-monotonic");
}

class ForwardOperator implements ChangelogOperator {
  readonly #context: OperatorContext;

  constructor(context: OperatorContext) {
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row): void {
    this.#context.output.collect(kind, row);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
