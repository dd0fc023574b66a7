import type { OperatorSubtaskState } from "../operators/operator-subtask-state.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Step } from "./scenario.ts";
import type { TestEnvironment, TestEnvironmentSettings } from "./test-environment.ts";

/** One of the inputs of an operator. */
export type InputNumber = 1 | 2;

/** An element that a script gives to an operator. */
export interface ScriptedElement {
  readonly value: Json;
  /** Milliseconds; NO_TIMESTAMP if it has none. */
  readonly timestamp: number;
  readonly input: InputNumber;
  /** The instance that the script names. */
  readonly sub: number | undefined;
}

/** One running instance of an operator in its test environment. */
export interface DrivenInstance {
  readonly environment: TestEnvironment;
  readonly element: (element: ScriptedElement) => void;
  readonly watermark: (timestamp: number, input: InputNumber) => void;
  readonly status: (status: WatermarkStatus, input: InputNumber) => void;
  readonly snapshot: () => OperatorSubtaskState;
  /** Plays a step that is special to the operator, such as the answer to an asynchronous request. */
  readonly special?: (step: Step) => void;
  /** Does what the step has left for later, such as the mails of its task. */
  readonly settle?: () => void;
}

/** An operator that a scenario describes: how its instances are made, fed and looked at. */
export interface DrivenOperator {
  /** The number of instances at the start. */
  readonly parallelism: number;
  readonly maxParallelism: number;
  readonly makeInstance: (settings: TestEnvironmentSettings) => DrivenInstance;
  /** Returns the numbers of the instances that an element goes to. */
  readonly route: (element: ScriptedElement, parallelism: number) => readonly number[];
  /** Returns what is to be seen of an instance; the numbers of several are added up. */
  readonly observe: (instance: DrivenInstance) => { readonly [what: string]: number };
}

/** Makes the operator that a pipeline describes. */
export type DrivenOperatorMaker = (pipeline: JsonObject) => DrivenOperator;
