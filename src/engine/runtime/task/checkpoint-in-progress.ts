import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { ChannelElement } from "../network/buffer.ts";
import type { InputChannel } from "../network/input-channel.ts";
import type { OvertakenElements } from "./outgoing-edge.ts";
import { NOTHING_IN_FLIGHT, type TaskSnapshot } from "./task-snapshot.ts";

/** What has been gathered for a checkpoint. */
type GatheredSnapshot = Omit<TaskSnapshot, "alignmentDuration">;

/** A subtask's part of a checkpoint as long as it lacks something that is under way. */
export class CheckpointInProgress {
  readonly checkpointId: number;
  readonly #onComplete: (snapshot: GatheredSnapshot) => void;
  readonly #inputs = new Map<number, readonly ChannelElement[]>();
  readonly #outputs = new Map<number, Map<number, readonly ChannelElement[]>>();
  readonly #openInputs = new Map<number, InputChannel>();
  readonly #openOutputs = new Set<string>();
  #operators: ReadonlyMap<string, OperatorSubtaskState> | null = null;

  constructor(checkpointId: number, onComplete: (snapshot: GatheredSnapshot) => void) {
    this.checkpointId = checkpointId;
    this.#onComplete = onComplete;
  }

  /** The operators have given their state. */
  setOperators(operators: ReadonlyMap<string, OperatorSubtaskState>): void {
    this.#operators = operators;
    this.#completeIfWhole();
  }

  /** What is in front of the channel's barrier belongs to the checkpoint. */
  openInput(channel: InputChannel): void {
    this.#openInputs.set(channel.index, channel);
    channel.startPersisting(this.checkpointId);
  }

  /** The channel's barrier is here, or will never be. */
  closeInput(channelIndex: number): void {
    const channel = this.#openInputs.get(channelIndex);
    if (channel === undefined) return;
    this.#openInputs.delete(channelIndex);
    const elements = channel.stopPersisting();
    if (elements.length > 0) this.#inputs.set(channelIndex, elements);
    this.#completeIfWhole();
  }

  /** The barrier waits behind what may have to be part of the checkpoint. */
  openOutput(edge: number, subpartition: number): void {
    this.#openOutputs.add(`${edge}/${subpartition}`);
  }

  /** The barrier has gone, and has overtaken this. */
  closeOutput(edge: number, subpartition: number, overtaken: readonly ChannelElement[]): void {
    if (overtaken.length > 0) {
      const ofEdge = this.#outputs.get(edge) ?? new Map<number, readonly ChannelElement[]>();
      this.#outputs.set(edge, ofEdge.set(subpartition, overtaken));
    }
    if (this.#openOutputs.delete(`${edge}/${subpartition}`)) this.#completeIfWhole();
  }

  /** The checkpoint will not be: nothing is kept any more. */
  discard(): void {
    for (const channel of this.#openInputs.values()) channel.stopPersisting();
    this.#openInputs.clear();
    this.#operators = null;
  }

  #completeIfWhole(): void {
    if (this.#operators === null || this.#openInputs.size > 0 || this.#openOutputs.size > 0) return;
    const operators = this.#operators;
    this.#operators = null;
    if (this.#inputs.size === 0 && this.#outputs.size === 0) {
      this.#onComplete({ operators, inFlight: NOTHING_IN_FLIGHT });
      return;
    }
    const edges = Math.max(-1, ...this.#outputs.keys()) + 1;
    const outputs = Array.from({ length: edges }, (_, edge) => inOrder(this.#outputs.get(edge) ?? new Map()));
    this.#onComplete({ operators, inFlight: { inputs: inOrder(this.#inputs), outputs } });
  }
}

/** Returns what belongs to the channels 0, 1, 2… */
function inOrder(byChannel: ReadonlyMap<number, readonly ChannelElement[]>): OvertakenElements {
  const channels = Math.max(-1, ...byChannel.keys()) + 1;
  return Array.from({ length: channels }, (_, channel) => byChannel.get(channel) ?? []);
}
