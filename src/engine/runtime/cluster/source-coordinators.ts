import { AlignmentCoordinator } from "../../time/alignment-coordinator.ts";
import type { WatermarkAlignmentParams } from "../../time/watermark-alignment-params.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { ExecutionGraph } from "../execution/execution-graph.ts";
import type { PhysicalPlan, PlannedSubtask } from "../execution/physical-plan.ts";
import { runnableOf } from "../program/runnable-transformation.ts";
import type { StreamTask } from "../task/stream-task.ts";

interface AlignedVertex {
  /** Its number in the job, by which the coordinator knows it. */
  readonly name: string;
  readonly alignment: WatermarkAlignmentParams;
  readonly subtasks: readonly PlannedSubtask[];
}

/** Tells the readers of aligned sources how far they may go (Flink's `SourceCoordinator`s, which share what they know). */
export class SourceCoordinators {
  readonly #plan: PhysicalPlan;
  readonly #clock: VirtualClock;
  readonly #graph: () => ExecutionGraph;
  readonly #vertices: readonly AlignedVertex[];
  readonly #coordinator: AlignmentCoordinator;

  constructor(plan: PhysicalPlan, clock: VirtualClock, graph: () => ExecutionGraph) {
    this.#plan = plan;
    this.#clock = clock;
    this.#graph = graph;
    this.#vertices = alignedVerticesOf(plan);
    this.#coordinator = new AlignmentCoordinator(
      this.#vertices.map(({ name, alignment }) => ({
        name,
        group: alignment.watermarkGroup,
        maxDrift: alignment.maxAllowedWatermarkDrift,
      })),
    );
  }

  /** Begins to announce; `isOver` tells when there is nobody left to be told. */
  start(isOver: () => boolean): void {
    for (const vertex of this.#vertices) this.#announceLater(vertex, isOver);
  }

  /** A reader says how far it is. */
  reportedWatermark({ plan: { vertex, subtaskIndex } }: StreamTask, watermark: number): void {
    const name = String(this.#plan.jobGraph.vertices.indexOf(vertex));
    this.#coordinator.handleReportedWatermark(name, subtaskIndex, watermark);
  }

  #announceLater(vertex: AlignedVertex, isOver: () => boolean): void {
    const { updateInterval } = vertex.alignment;
    this.#clock.scheduleInBackground(this.#clock.now() + updateInterval, () => {
      if (isOver()) return;
      this.#announce(vertex);
      this.#announceLater(vertex, isOver);
    });
  }

  #announce({ name, subtasks }: AlignedVertex): void {
    const announcement = this.#coordinator.announceCombinedWatermark().get(name);
    for (const [reader, maxAllowedWatermark] of announcement ?? []) {
      const subtask = subtasks[reader];
      const task = subtask === undefined ? undefined : this.#graph().tasks[subtask.index];
      if (task?.state !== "RUNNING") continue;
      task.mail(() => task.parts.chain.source?.alignTo?.(maxAllowedWatermark));
    }
  }
}

function alignedVerticesOf(plan: PhysicalPlan): readonly AlignedVertex[] {
  return plan.jobGraph.vertices.flatMap((vertex, index) => {
    const [head] = vertex.operators;
    const factory = head === undefined ? undefined : runnableOf(head).factory;
    if (factory?.inputs !== 0 || factory.alignment === null) return [];
    return [{ name: String(index), alignment: factory.alignment, subtasks: plan.subtasksOf(vertex) }];
  });
}
