import type { LookupTable } from "../table/join/lookup-table.ts";
import type { LookupJoinSpec } from "../table/lookup-join.ts";
import type { Table } from "../table/table.ts";
import type { Json } from "./json.ts";

/** A lookup table of a scenario with the cache in front of it. */
export interface PlannedLookup extends Pick<LookupJoinSpec, "cache"> {
  readonly table: LookupTable;
}

/** What the operators of a plan are built on. */
export interface PlanInputs {
  /** Returns the table that a part of the plan makes: another operator, or a scan where there is a name. */
  readonly tableOf: (plan: Json) => Table;
  /** Returns the lookup table of this name. */
  readonly lookupOf: (plan: Json) => PlannedLookup;
  /** ms of `table.exec.interval-join.min-cleanup-interval`. */
  readonly minCleanupInterval: number;
}
