import { UnsupportedOperationException } from "../java/exceptions.ts";
import type { Key, KeyType } from "../java/hash-code.ts";
import { assignToKeyGroup, computeOperatorIndexForKeyGroup } from "../state/key-groups.ts";
import type { Partitioning } from "./partitioning.ts";

/** Chooses the channel of each element, from 0 (Flink's `ChannelSelector`, one for each partitioner). */
export interface ChannelSelector<T> {
  readonly selectChannel: (value: T) => number;
}

/** What a selector works among. */
export interface ChannelSelection {
  readonly numberOfChannels: number;
  /** Key groups of the next operator; only keyed streams have any. */
  readonly maxParallelism: number;
  /** Returns a number in [0, 1). `SHUFFLE` takes one for each element, `REBALANCE` one for its first channel. */
  readonly random: () => number;
}

/** Returns the selector of a partitioning. One of `BROADCAST` throws: an element goes to all channels. */
export function createChannelSelector<T>(
  partitioning: Partitioning<T>,
  selection: ChannelSelection,
): ChannelSelector<T> {
  const { numberOfChannels, random } = selection;
  switch (partitioning.name) {
    case "HASH":
      return new KeyGroupStreamPartitioner(partitioning, selection);
    case "REBALANCE":
      return new RoundRobinPartitioner(numberOfChannels, Math.floor(random() * numberOfChannels));
    case "RESCALE":
      return new RoundRobinPartitioner(numberOfChannels, 0);
    case "SHUFFLE":
      return { selectChannel: () => Math.floor(random() * numberOfChannels) };
    case "CUSTOM":
      return { selectChannel: (value) => partitioning.partition(value, numberOfChannels) };
    case "FORWARD":
    case "GLOBAL":
      return { selectChannel: () => 0 };
    case "BROADCAST":
      return { selectChannel: failToSelect };
  }
}

function failToSelect(): never {
  throw new UnsupportedOperationException("Broadcast partitioner does not support select channels.");
}

/** Goes round all channels; Flink's `RebalancePartitioner` and `RescalePartitioner`. */
class RoundRobinPartitioner implements ChannelSelector<unknown> {
  readonly #numberOfChannels: number;
  #next: number;

  constructor(numberOfChannels: number, first: number) {
    this.#numberOfChannels = numberOfChannels;
    this.#next = first;
  }

  selectChannel(): number {
    const channel = this.#next;
    this.#next = (channel + 1) % this.#numberOfChannels;
    return channel;
  }
}

/** Sends each key to the instance that owns its key group (Flink's `KeyGroupStreamPartitioner`). */
class KeyGroupStreamPartitioner<T> implements ChannelSelector<T> {
  readonly #keySelector: (value: T) => Key;
  readonly #keyType: KeyType | undefined;
  readonly #selection: ChannelSelection;

  constructor(
    { keySelector, keyType }: Extract<Partitioning<T>, { readonly name: "HASH" }>,
    selection: ChannelSelection,
  ) {
    this.#keySelector = keySelector;
    this.#keyType = keyType;
    this.#selection = selection;
  }

  selectChannel(value: T): number {
    const { maxParallelism, numberOfChannels } = this.#selection;
    const keyGroup = assignToKeyGroup(this.#keySelector(value), maxParallelism, this.#keyType);
    return computeOperatorIndexForKeyGroup(maxParallelism, numberOfChannels, keyGroup);
  }
}
