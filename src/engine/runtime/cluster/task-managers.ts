import { requiredSlots } from "../../graph/job-graph.ts";
import { ClientProcess } from "../../world/client-process.ts";
import type { PhysicalPlan, PlannedSubtask } from "../execution/physical-plan.ts";
import { NoResourceAvailableException } from "./job-exceptions.ts";

/**
 * The processes in which subtasks run. A slot holds one subtask of each task of a slot sharing group, the one with its
 * number; slots fill one TaskManager after the other.
 */
export class TaskManagers {
  readonly #processes: ClientProcess[];
  readonly #slotsPerTaskManager: number;
  readonly #slotOf = new Map<PlannedSubtask, number>();

  /** Throws a NoResourceAvailableException if the job needs more slots than there are. */
  constructor(plan: PhysicalPlan, slotsPerTaskManager: number, taskManagers: number) {
    const required = requiredSlots(plan.jobGraph);
    if (required > slotsPerTaskManager * taskManagers) {
      throw new NoResourceAvailableException(required, slotsPerTaskManager * taskManagers);
    }
    this.#slotsPerTaskManager = slotsPerTaskManager;
    this.#processes = Array.from({ length: Math.ceil(required / slotsPerTaskManager) }, (_, index) =>
      newProcess(index),
    );
    this.#assignSlots(plan);
  }

  /** How many there are. */
  get count(): number {
    return this.#processes.length;
  }

  /** Returns the number of the TaskManager in which a subtask runs, from 0. */
  indexOf(subtask: PlannedSubtask): number {
    return Math.floor((this.#slotOf.get(subtask) ?? 0) / this.#slotsPerTaskManager);
  }

  processOf(subtask: PlannedSubtask): ClientProcess {
    const index = this.indexOf(subtask);
    return (this.#processes[index] ??= newProcess(index));
  }

  /** Kills a process and starts another in its place. */
  replace(index: number): void {
    this.#processes[index]?.kill();
    this.#processes[index] = newProcess(index);
  }

  #assignSlots(plan: PhysicalPlan): void {
    let firstSlot = 0;
    const groups = new Set(plan.jobGraph.vertices.map(({ slotSharingGroup }) => slotSharingGroup));
    for (const group of groups) {
      const subtasks = plan.subtasks.filter(({ vertex }) => vertex.slotSharingGroup === group);
      for (const subtask of subtasks) this.#slotOf.set(subtask, firstSlot + subtask.subtaskIndex);
      firstSlot += Math.max(...subtasks.map(({ vertex }) => vertex.parallelism));
    }
  }
}

function newProcess(index: number): ClientProcess {
  return new ClientProcess(`taskmanager-${index + 1}`);
}
