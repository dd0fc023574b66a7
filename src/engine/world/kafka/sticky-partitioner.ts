import type { Random } from "../random.ts";

/**
 * Chooses the partition of records without a key: one at random, kept until a batch is full, so that batches are large
 * (KIP-480, KIP-794).
 */
export class StickyPartitioner {
  readonly #random: Random;
  readonly #batchSize: number;
  readonly #current = new Map<string, { readonly partition: number; bytes: number }>();

  constructor(random: Random, batchSize: number) {
    this.#random = random;
    this.#batchSize = batchSize;
  }

  /** Returns the partition for a record of so many bytes. */
  partitionFor(topic: string, numPartitions: number, bytes: number): number {
    const known = this.#current.get(topic);
    if (known !== undefined && known.bytes < this.#batchSize) {
      known.bytes += bytes;
      return known.partition;
    }
    const partition = Math.floor(this.#random() * numPartitions);
    this.#current.set(topic, { partition, bytes });
    return partition;
  }
}
