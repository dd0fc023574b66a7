import { commitAll } from "../../../src/engine/runtime/sink/pending-commit.ts";
import type { Sink, SinkWriter, WriterInitContext } from "../../../src/engine/runtime/sink/sink.ts";
import { TestProcessingTimeService } from "../../../src/engine/time/processing-time-service.ts";
import { ClientProcess } from "../../../src/engine/world/client-process.ts";
import type { World } from "../../../src/engine/world/world.ts";

/** The failure of a process, which no code of the job can catch. */
export class Crash extends Error {
  override readonly name = "Crash";
}

/** What a run of a job does besides writing its elements. */
export interface SinkJobScript {
  /** How many elements lie between two checkpoints. */
  readonly elementsPerCheckpoint: number;
  /** Ids of checkpoints that are taken and never complete. */
  readonly declined?: readonly number[];
  /** Whether the process dies with its task, or the task alone fails and is closed. */
  readonly failure?: "process" | "task";
}

interface Snapshot<State, Committable> {
  readonly checkpointId: number;
  readonly offset: number;
  readonly states: readonly State[];
  readonly pending: readonly Committable[];
}

/**
 * A job of one subtask that writes the numbers from 0 on to a sink, takes checkpoints and begins again after each
 * failure with the last complete one, until all are written: what a cluster does to a sink, and nothing else.
 */
export class SinkJob<State, Committable> {
  readonly #world: World;
  readonly #sink: Sink<number, State, Committable>;
  readonly #script: SinkJobScript;
  #completed: Snapshot<State, Committable> | null = null;
  #checkpointId = 0;
  attempts = 0;

  constructor(world: World, sink: Sink<number, State, Committable>, script: SinkJobScript) {
    this.#world = world;
    this.#sink = sink;
    this.#script = script;
  }

  /** Runs the job until `count` elements are written and committed. */
  run(count: number): void {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      this.attempts += 1;
      const process = new ClientProcess(`attempt-${attempt}`);
      try {
        return this.#world.runAs(process, () => this.#attempt(count));
      } catch (failure) {
        if (!(failure instanceof Crash)) throw failure;
        if (this.#script.failure !== "task") process.kill();
      }
    }
    throw new Error("the job never ends");
  }

  #attempt(count: number): void {
    const restored = this.#completed;
    const writer = this.#createWriter(restored);
    try {
      this.#write(writer, restored, count);
    } catch (failure) {
      if (this.#script.failure === "task") this.#closeAfterFailure(writer);
      throw failure;
    }
  }

  #write(
    writer: SinkWriter<number, State, Committable>,
    restored: Snapshot<State, Committable> | null,
    count: number,
  ): void {
    let pending = this.#commit(restored?.pending ?? []);
    for (let offset = restored?.offset ?? 0; offset < count; offset += 1) {
      writer.write(offset, { timestamp: () => null, currentWatermark: () => Number.NEGATIVE_INFINITY });
      if ((offset + 1) % this.#script.elementsPerCheckpoint !== 0) continue;
      pending = this.#checkpoint(writer, "checkpoint", offset + 1, pending);
    }
    this.#checkpoint(writer, "endOfInput", count, pending);
    writer.close?.();
  }

  #checkpoint(
    writer: SinkWriter<number, State, Committable>,
    reason: "checkpoint" | "endOfInput",
    offset: number,
    pending: readonly Committable[],
  ): readonly Committable[] {
    this.#checkpointId += 1;
    const checkpointId = this.#checkpointId;
    writer.flush(reason);
    const all = [...pending, ...(writer.prepareCommit?.() ?? [])];
    const states = writer.snapshotState?.(checkpointId) ?? [];
    if (reason === "checkpoint" && this.#script.declined?.includes(checkpointId) === true) return all;
    this.#completed = { checkpointId, offset, states, pending: all };
    return this.#commit(all);
  }

  #commit(pending: readonly Committable[]): readonly Committable[] {
    const committer = this.#sink.createCommitter?.();
    if (committer === undefined) return [];
    commitAll(committer, pending);
    committer.close?.();
    return [];
  }

  #createWriter(restored: Snapshot<State, Committable> | null): SinkWriter<number, State, Committable> {
    const context: WriterInitContext = {
      getTaskInfo: () => ({
        indexOfThisSubtask: 0,
        numberOfParallelSubtasks: 1,
        maxNumberOfParallelSubtasks: 128,
      }),
      getProcessingTimeService: () => new TestProcessingTimeService(),
      getRestoredCheckpointId: () => restored?.checkpointId ?? null,
    };
    const { restoreWriter } = this.#sink;
    return restored === null || restoreWriter === undefined
      ? this.#sink.createWriter(context)
      : (this.#sink.restoreWriter?.(context, restored.states) ?? this.#sink.createWriter(context));
  }

  #closeAfterFailure(writer: SinkWriter<number, State, Committable>): void {
    try {
      writer.close?.();
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure;
    }
  }
}

/** Has the run crash once, around its n-th call of a system outside: before it is carried out, or after. */
export function crashAt(world: World, number: number, moment: "before" | "after"): void {
  let hasCrashed = false;
  world.calls.intercept({
    [moment]: (call: { readonly number: number }) => {
      if (hasCrashed || call.number !== number) return;
      hasCrashed = true;
      throw new Crash();
    },
  });
}
