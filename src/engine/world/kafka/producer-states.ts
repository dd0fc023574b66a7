import { KafkaException } from "./kafka-exception.ts";
import type { ProducerIdentity } from "./producer-identity.ts";

/** How many of its last batches a broker remembers of a producer. */
const REMEMBERED_BATCHES = 5;

interface WrittenBatch {
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly baseOffset: number;
}

interface ProducerState {
  epoch: number;
  /** The last batches, oldest first. */
  batches: readonly WrittenBatch[];
}

/**
 * What a partition knows of the producers that write to it, so that it can tell a repeated batch from a new one and an
 * old producer from its successor (Kafka's `ProducerStateManager`).
 */
export class ProducerStates {
  readonly #states = new Map<number, ProducerState>();

  /**
   * Returns the base offset of a batch that has already been written, `null` if it is new. Throws if the producer is
   * fenced, or if a batch before this one is missing.
   */
  findDuplicate(identity: ProducerIdentity, baseSequence: number, count: number): number | null {
    const state = this.#states.get(identity.producerId);
    if (state === undefined) return null;
    if (identity.epoch < state.epoch) throw new KafkaException("INVALID_PRODUCER_EPOCH");
    const batches = identity.epoch === state.epoch ? state.batches : [];
    const lastSequence = baseSequence + count - 1;
    const written = batches.find(
      (batch) => batch.firstSequence === baseSequence && batch.lastSequence === lastSequence,
    );
    if (written !== undefined) return written.baseOffset;
    const expected = (batches.at(-1)?.lastSequence ?? -1) + 1;
    if (baseSequence !== expected && !isFirstOfKnownEpoch(state, identity)) {
      throw new KafkaException("OUT_OF_ORDER_SEQUENCE_NUMBER", `${baseSequence} instead of ${expected}`);
    }
    return null;
  }

  /** Remembers a batch that has been written at an offset. */
  record(identity: ProducerIdentity, baseSequence: number, count: number, baseOffset: number): void {
    const known = this.#states.get(identity.producerId);
    const earlier = known !== undefined && known.epoch === identity.epoch ? known.batches : [];
    const batch = { firstSequence: baseSequence, lastSequence: baseSequence + count - 1, baseOffset };
    this.#states.set(identity.producerId, {
      epoch: identity.epoch,
      batches: [...earlier, batch].slice(-REMEMBERED_BATCHES),
    });
  }

  /** Lets nobody with an epoch below this one write any more. */
  fence({ producerId, epoch }: ProducerIdentity): void {
    const known = this.#states.get(producerId);
    if (known === undefined || known.epoch < epoch) this.#states.set(producerId, { epoch, batches: [] });
  }
}

/** After a marker with its epoch has been written, a producer whose batches are unknown may go on where it was. */
function isFirstOfKnownEpoch(state: ProducerState, identity: ProducerIdentity): boolean {
  return state.epoch === identity.epoch && state.batches.length === 0;
}
