import type { Tracer } from "../../trace/tracer.ts";
import type { OperatorMeter } from "../metrics/operator-meter.ts";
import { StreamTask } from "../task/stream-task.ts";
import type { CheckpointingMode } from "../task/task-checkpoints.ts";
import type { TaskGateway } from "../task/task-gateway.ts";
import type { TaskPlan } from "../task/task-plan.ts";
import { Deployment, type DeploymentOptions } from "./deployment.ts";
import type { PhysicalPlan, PlannedSubtask } from "./physical-plan.ts";
import { pipelinedRegionOf } from "./pipelined-regions.ts";
import type { TaskStarts } from "./task-starts.ts";

/** How the subtasks of a job run. */
export interface ExecutionOptions extends Omit<DeploymentOptions, "taskOf" | "wake"> {
  readonly gateway: TaskGateway<StreamTask>;
  readonly mode: CheckpointingMode;
  readonly tracerOf: (operator: string, subtaskIndex: number) => Tracer | null;
  readonly timerTracer: Tracer | null;
  /** Returns what counts the records of an instance of an operator; `null` if nobody measures the run. */
  readonly meterOf: (operatorId: string, subtaskIndex: number) => OperatorMeter | null;
}

/** Elements that a task takes at once when nobody watches: looking around between them costs more than most of them. */
const ELEMENTS_PER_STEP = 16;

/** The subtasks of a job as they run now (Flink's class of the same name). */
export class ExecutionGraph {
  readonly plan: PhysicalPlan;
  readonly #options: ExecutionOptions;
  readonly #tasks: StreamTask[] = [];
  readonly #attempts = new Map<PlannedSubtask, number>();

  constructor(plan: PhysicalPlan, options: ExecutionOptions) {
    this.plan = plan;
    this.#options = options;
  }

  /** The current attempt of each subtask, by its number. */
  get tasks(): readonly StreamTask[] {
    return this.#tasks;
  }

  taskOf(subtask: PlannedSubtask): StreamTask {
    const task = this.#tasks[subtask.index];
    if (task === undefined) throw new Error(`${subtask.vertex.name} has not been deployed`);
    return task;
  }

  /** Returns the subtasks that send to a subtask. */
  producersOf(task: StreamTask): readonly StreamTask[] {
    return this.plan.producersOf(this.#subtaskOf(task)).map((producer) => this.taskOf(producer));
  }

  /** Returns the subtasks that restart together with one that has failed. */
  regionOf(task: StreamTask): readonly StreamTask[] {
    return [...pipelinedRegionOf(this.#subtaskOf(task), this.plan)].map((subtask) => this.taskOf(subtask));
  }

  /** Makes a new attempt of subtasks that are connected with each other and with nobody else. */
  deploy(subtasks: readonly PlannedSubtask[], starts: TaskStarts): void {
    const { gateway } = this.#options;
    const deployment = new Deployment(this.plan, starts, {
      ...this.#options,
      taskOf: (subtask) => this.taskOf(subtask),
      wake: gateway.wake,
    });
    for (const subtask of subtasks) this.#tasks[subtask.index] = this.#makeTask(subtask, starts, deployment);
    for (const subtask of subtasks) deployment.makeGates(subtask);
    for (const subtask of subtasks) gateway.wake(this.taskOf(subtask));
  }

  #makeTask(subtask: PlannedSubtask, starts: TaskStarts, deployment: Deployment): StreamTask {
    const { index, vertex, subtaskIndex } = subtask;
    const { mode, handover, exchange, interleaving, tracerOf, timerTracer, meterOf, gateway } = this.#options;
    const plan: TaskPlan = {
      index,
      vertex,
      subtaskIndex,
      gates: () => deployment.inputGatesOf(subtask),
      numChannels: this.plan.producersOf(subtask).length,
      edges: deployment.edgesOf(subtask),
      start: starts.startOf(subtask),
      attempt: this.#nextAttempt(subtask),
      producers: () => deployment.producersOf(subtask),
      identityOf: (node) => this.plan.identityOf(node),
      taskInfoOf: (node) => ({
        indexOfThisSubtask: subtaskIndex,
        numberOfParallelSubtasks: vertex.parallelism,
        maxNumberOfParallelSubtasks: starts.maxParallelismOf(node),
      }),
      tracerOf: (operator) => tracerOf(operator, subtaskIndex),
      timerTracer,
      meterOf: ({ operatorId }) => meterOf(operatorId, subtaskIndex),
      mode,
      handover,
      elementsPerStep: exchange === "direct" ? ELEMENTS_PER_STEP : 1,
      chooseChannel: interleaving.chooseChannel,
    };
    return new StreamTask(plan, gateway);
  }

  #nextAttempt(subtask: PlannedSubtask): number {
    const attempt = (this.#attempts.get(subtask) ?? 0) + 1;
    this.#attempts.set(subtask, attempt);
    return attempt;
  }

  #subtaskOf(task: StreamTask): PlannedSubtask {
    const subtask = this.plan.subtasks[task.index];
    if (subtask === undefined) throw new Error(`${task.name} is not part of the job`);
    return subtask;
  }
}
