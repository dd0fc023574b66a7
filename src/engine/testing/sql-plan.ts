import { miniBatchAssigner } from "../table/mini-batch-assigner.ts";
import { scan } from "../table/scan.ts";
import type { Table } from "../table/table.ts";
import { asObject, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";
import { groupAggregateOf, overAggregateOf, windowAggregateOf } from "./sql-aggregates.ts";
import {
  calcOf,
  changelogNormalizeOf,
  deduplicateOf,
  topNOf,
  unionAllOf,
  upsertSinkOf,
  windowTopNOf,
} from "./sql-changelogs.ts";
import { durationOption } from "./sql-config.ts";
import { asText } from "./sql-fields.ts";
import { intervalJoinOf, joinOf, lookupJoinOf, temporalJoinOf } from "./sql-joins.ts";
import type { PlanInputs, PlannedLookup } from "./sql-plan-inputs.ts";
import type { ScenarioTable } from "./sql-tables.ts";

/** The operators of a plan, by name. */
const builders: { readonly [op: string]: (plan: JsonObject, inputs: PlanInputs) => Table } = {
  calc: calcOf,
  changelogNormalize: changelogNormalizeOf,
  deduplicate: deduplicateOf,
  groupAgg: groupAggregateOf,
  intervalJoin: intervalJoinOf,
  join: joinOf,
  lookupJoin: lookupJoinOf,
  over: overAggregateOf,
  temporalJoin: temporalJoinOf,
  topN: topNOf,
  unionAll: unionAllOf,
  upsertSink: upsertSinkOf,
  windowAgg: windowAggregateOf,
  windowTopN: windowTopNOf,
};

/** Turns the plan of a scenario into tables, down to the scans of the scenario's own. */
export class PlanBuilder implements PlanInputs {
  readonly minCleanupInterval: number;
  readonly #tables: ReadonlyMap<string, ScenarioTable>;
  /** ms between the marks of mini-batches; 0 without any. */
  readonly #miniBatchLatency: number;

  constructor(tables: ReadonlyMap<string, ScenarioTable>, config: JsonObject) {
    const isMiniBatch = config["table.exec.mini-batch.enabled"] === "true";
    this.#tables = tables;
    this.#miniBatchLatency = isMiniBatch ? durationOption(config, "table.exec.mini-batch.allow-latency") : 0;
    this.minCleanupInterval = durationOption(config, "table.exec.interval-join.min-cleanup-interval");
  }

  tableOf(plan: Json): Table {
    if (typeof plan === "string") return this.#scanOf(plan);
    const operator = asObject(plan);
    const build = builders[textField(operator, "op")];
    if (build === undefined) throw new TypeError(`no operator of a plan: ${textField(operator, "op")}`);
    return build(operator, this);
  }

  lookupOf(plan: Json): PlannedLookup {
    const table = this.#tables.get(asText(plan));
    if (table?.kind !== "lookup") throw new TypeError(`no lookup table: ${JSON.stringify(plan)}`);
    const { cacheSize } = table.table;
    if (cacheSize === undefined) return { table: table.table };
    return { table: table.table, cache: { maximumSize: cacheSize } };
  }

  #scanOf(name: string): Table {
    const table = this.#tables.get(name);
    if (table?.kind !== "source") throw new TypeError(`no table to read: ${name}`);
    const scanned = scan(table.source);
    return this.#miniBatchLatency > 0 ? miniBatchAssigner(scanned, this.#miniBatchLatency) : scanned;
  }
}
