import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { placeName } from "./place-name.ts";
import type { TraceSigns } from "./trace-signs.ts";
import { Transactions } from "./transactions.ts";

/** A sign in a lane at a step, with the number of its checkpoint or transaction. */
export interface Station {
  readonly step: number;
  readonly sign: Exclude<keyof TraceSigns, "heights">;
  /** What stands behind the sign; may be nothing. */
  readonly id: string;
}

/** A lane of the picture: the JobManager, a subtask, one of its channels, or the transactions of a sink. */
export interface StationLane {
  readonly kind: "job" | "task" | "channel" | "sink";
  readonly operator: string;
  readonly subtask: number;
  /** The number of the channel; 0 for other lanes. */
  readonly channel: number;
  readonly stations: readonly Station[];
  /** The steps between which the channel was blocked; Infinity while it is. */
  readonly blocked: readonly { readonly from: number; readonly to: number }[];
}

interface GrowingLane extends StationLane {
  readonly stations: Station[];
  readonly blocked: { from: number; to: number }[];
}

/** Reads events one by one, and puts what they mean for checkpoints into lanes. */
export class StationReader {
  readonly #lanes = new Map<string, GrowingLane>();
  readonly #transactions = new Transactions();

  get lanes(): readonly StationLane[] {
    return [...this.#lanes.values()];
  }

  read(event: TracedEvent): void {
    if (event.type === "transaction") this.#readTransaction(event);
    else if (event.type === "channel-blocked" || event.type === "channel-resumed") this.#readBlock(event);
    else this.#readStation(event);
  }

  #readTransaction(event: Extract<TracedEvent, { readonly type: "transaction" }>): void {
    const signs = {
      open: "transaction",
      "pre-committed": "preCommitted",
      committed: "committed",
      aborted: "aborted",
    } as const;
    const { number } = this.#transactions.take(event);
    this.#put("sink", event, { sign: signs[event.state], id: String(number) });
  }

  #readBlock(event: Extract<TracedEvent, { readonly type: "channel-blocked" | "channel-resumed" }>): void {
    const { blocked } = this.#lane("channel", event, event.channel);
    if (event.type === "channel-blocked") blocked.push({ from: event.step, to: Number.POSITIVE_INFINITY });
    const last = blocked.at(-1);
    if (event.type === "channel-resumed" && last?.to === Number.POSITIVE_INFINITY) last.to = event.step;
  }

  #readStation(event: TracedEvent): void {
    switch (event.type) {
      case "checkpoint-begin":
        return this.#put("job", event, { sign: "barrier", id: String(event.checkpointId) });
      case "checkpoint-complete":
        return this.#put("job", event, { sign: "complete", id: String(event.checkpointId) });
      case "checkpoint-fail":
        return this.#put("job", event, { sign: "aborted", id: String(event.checkpointId) });
      case "barrier-in":
        this.#lane("channel", event, event.channel).stations.push(stationAt(event, "barrier"));
        return;
      case "snapshot":
      case "ack":
      case "restore":
        return this.#put("task", event, { sign: event.type, id: String(event.checkpointId) });
      case "deploy":
        if (event.attempt > 1) this.#put("task", event, { sign: "restore", id: "" });
        return;
      case "failure":
        return this.#put("task", event, { sign: "crash", id: "" });
      case "end":
        return this.#release(event);
      default:
    }
  }

  #put(
    kind: StationLane["kind"],
    { operator, subtask, step }: TracedEvent,
    { sign, id }: Pick<Station, "sign" | "id">,
  ): void {
    this.#lane(kind, { operator, subtask }, 0).stations.push({ step, sign, id });
  }

  /** With a task go the blocks of its channels. */
  #release({ operator, subtask, step }: TracedEvent): void {
    for (const lane of this.#lanes.values()) {
      const last = lane.operator === operator && lane.subtask === subtask ? lane.blocked.at(-1) : undefined;
      if (last?.to === Number.POSITIVE_INFINITY) last.to = step;
    }
  }

  #lane(
    kind: StationLane["kind"],
    { operator, subtask }: Pick<TracedEvent, "operator" | "subtask">,
    channel: number,
  ): GrowingLane {
    const name = `${kind}/${placeName(operator, subtask)}/${channel}`;
    const lane = this.#lanes.get(name) ?? { kind, operator, subtask, channel, stations: [], blocked: [] };
    this.#lanes.set(name, lane);
    return lane;
  }
}

function stationAt(event: Extract<TracedEvent, { readonly type: "barrier-in" }>, sign: "barrier"): Station {
  return { step: event.step, sign, id: String(event.checkpointId) };
}
