import type { RowKind } from "../table/row.ts";
import { TableProgram } from "../table/table-program.ts";
import { TestProcessingTimeService } from "../time/processing-time-service.ts";
import { NO_TIMESTAMP } from "../time/timestamp.ts";
import { numberField, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Played, PlayedStep, Scenario } from "./scenario.ts";
import { toRow } from "./sql-fields.ts";
import { choiceField } from "./sql-plan-fields.ts";
import { PlanBuilder } from "./sql-plan.ts";
import { readTables, type ScenarioTable } from "./sql-tables.ts";
import { encodeTimes } from "./times.ts";

/** How long a step's changes are waited for, ms, as where the goldens were made: timers of the clock fire meanwhile. */
const SETTLING_TIME = 150;

const rowKinds: readonly RowKind[] = ["+I", "-U", "+U", "-D"];

/** Plays a scenario of kind `sql`: its plan as a table program at parallelism 1, fed by its script. */
export function runSql({ tables = {}, plan = null, config = {}, script = [] }: Scenario): Played {
  const player = new SqlPlayer(readTables(tables), plan, config);
  return { type: "steps", steps: script.map((step) => player.play(step)) };
}

class SqlPlayer {
  readonly #tables: ReadonlyMap<string, ScenarioTable>;
  readonly #clock = new TestProcessingTimeService();
  readonly #program: TableProgram;
  #changes: Json[] = [];

  constructor(tables: ReadonlyMap<string, ScenarioTable>, plan: Json, config: JsonObject) {
    this.#tables = tables;
    const table = new PlanBuilder(tables, config).tableOf(plan);
    this.#program = new TableProgram(table, this.#clock, (kind, row) =>
      this.#changes.push(encodeTimes([kind, ...row])),
    );
  }

  play(step: JsonObject): PlayedStep {
    this.#changes = [];
    if (step["end"] === true) this.#program.finish();
    else if (step["wm"] !== undefined) {
      this.#program.processWatermark(textField(step, "table"), numberField(step, "wm"));
    } else if (step["row"] !== undefined) this.#feed(step, step["row"]);
    this.#clock.setCurrentTime(
      this.#clock.getCurrentProcessingTime() + numberField(step, "sleep", SETTLING_TIME),
    );
    return { out: this.#changes };
  }

  #feed(step: JsonObject, values: Json): void {
    const name = textField(step, "table");
    const table = this.#tables.get(name);
    const kind = step["kind"] === undefined ? "+I" : choiceField(step, "kind", rowKinds);
    if (table?.kind === "lookup") {
      table.table.change(kind, toRow(values, table.table.columns.length));
    } else if (table !== undefined) {
      const { columns } = table.source;
      const time = table.time === "none" ? [] : [numberField(step, "ts", NO_TIMESTAMP)];
      const row = [...toRow(values, columns.length - time.length), ...time];
      this.#program.processElement(name, kind, row);
    }
  }
}
