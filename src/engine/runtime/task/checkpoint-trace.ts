import type { Tracer } from "../../trace/tracer.ts";
import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";
import { snapshotBytes } from "./snapshot-size.ts";
import { inFlightElements, type TaskSnapshot } from "./task-snapshot.ts";

/** Tells a tracer, if there is one, how a task takes part in checkpoints. */
export class CheckpointTrace {
  readonly #tracer: Tracer | null;

  constructor(tracer: Tracer | null) {
    this.#tracer = tracer;
  }

  barrierIn({ id, alignment }: CheckpointBarrier, channel: number): void {
    this.#tracer?.record({ type: "barrier-in", checkpointId: id, channel, alignment });
  }

  barrierOut({ id, alignment }: CheckpointBarrier): void {
    this.#tracer?.record({ type: "barrier-out", checkpointId: id, alignment });
  }

  channel(type: "channel-blocked" | "channel-resumed", channel: number): void {
    this.#tracer?.record({ type, channel });
  }

  checkpoint(type: "snapshot" | "abort", checkpointId: number): void {
    this.#tracer?.record({ type, checkpointId });
  }

  acknowledged(checkpointId: number, snapshot: TaskSnapshot): void {
    this.#tracer?.record({
      type: "ack",
      checkpointId,
      bytes: snapshotBytes(snapshot),
      inFlight: inFlightElements(snapshot.inFlight).length,
      alignmentDuration: snapshot.alignmentDuration,
    });
  }
}
