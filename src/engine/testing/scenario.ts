import type { Json, JsonObject } from "./json.ts";

/** What plays a scenario: an operator, a task with its channels, a function, a job, or a table program. */
export type ScenarioKind = "operator" | "task" | "fn" | "job" | "sql";

/** How what was played is compared with the golden file. */
export type Comparison = "exact" | "out" | "outUnordered" | "multiset" | "upsert";

/** A time in ms, or one of the ends of long. */
export type ScenarioTime = number | "MIN" | "MAX";

/** One step of a script: what it holds says what is done, `in`, `sub` and `ch` say where. */
export interface Step {
  readonly el?: Json;
  readonly ts?: ScenarioTime;
  readonly wm?: ScenarioTime;
  readonly status?: "idle" | "active";
  /** Sets the clock of the task, and that of state with a time to live. */
  readonly pt?: number;
  readonly in?: 1 | 2;
  readonly sub?: number;
  readonly ch?: number;
  readonly snapshot?: string;
  readonly restore?: string;
  readonly parallelism?: number;
  readonly complete?: string;
  readonly result?: readonly Json[];
  readonly error?: boolean;
  readonly end?: boolean;
}

/** A scenario of the conformance suite, as its JSON file has it. */
export interface Scenario {
  readonly id: string;
  readonly kind: ScenarioKind;
  readonly group: string;
  readonly compare?: Comparison;
  readonly continueAfterError?: boolean;
  readonly pipeline?: JsonObject;
  readonly script?: readonly (Step & JsonObject)[];
  readonly tables?: JsonObject;
  readonly plan?: Json;
  readonly config?: JsonObject;
}

/** What one step put out: main output in order, then side outputs by tag; and what was then to be seen. */
export interface PlayedStep {
  readonly out: readonly Json[];
  /** Event and processing time timers, entries of state, late records dropped. */
  readonly obs?: JsonObject;
  /** The Java class of what the step threw. */
  readonly error?: string;
}

/** What came of a scenario: step by step, or, where there are none, as a whole. */
export type Played =
  | { readonly type: "steps"; readonly steps: readonly PlayedStep[] }
  | { readonly type: "result"; readonly result: Json }
  | { readonly type: "not-built" };

/** Plays the scenarios of one kind. */
export type Driver = (scenario: Scenario) => Played;

/** Returns a part of a scenario as its driver knows it; the schema of scenarios vouches for that. */
export function specOf<Spec>(part: JsonObject | Spec): Spec {
  return part as Spec;
}

/** What real Flink made of a scenario: its steps, or its result. */
export interface Golden {
  readonly steps?: readonly PlayedStep[];
  readonly result?: Json;
}
