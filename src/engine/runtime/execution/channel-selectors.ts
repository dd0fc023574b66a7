import {
  type ChannelSelection,
  type ChannelSelector,
  createChannelSelector,
} from "../../graph/channel-selector.ts";
import type { Partitioning } from "../../graph/partitioning.ts";
import type { Key } from "../../java/hash-code.ts";
import type { Routing } from "../task/record-writer-output.ts";

/** Keys of which a sender remembers the channel. */
const REMEMBERED_KEYS = 4096;

/** Returns how the records of an edge find their channels. */
export function routingOf(partitioning: Partitioning, selection: ChannelSelection): Routing {
  if (partitioning.name === "BROADCAST") return "broadcast";
  const selector = createChannelSelector(partitioning, selection) as ChannelSelector<unknown>;
  if (partitioning.name !== "HASH") return selector;
  return new RememberingSelector(partitioning.keySelector as (value: unknown) => Key, selector);
}

/** Remembers the channels of the keys that came last: hashing a long text costs more than finding it. */
class RememberingSelector implements ChannelSelector<unknown> {
  readonly #keySelector: (value: unknown) => Key;
  readonly #selector: ChannelSelector<unknown>;
  readonly #channels = new Map<Key, number>();

  constructor(keySelector: (value: unknown) => Key, selector: ChannelSelector<unknown>) {
    this.#keySelector = keySelector;
    this.#selector = selector;
  }

  selectChannel(value: unknown): number {
    const key = this.#keySelector(value);
    const known = this.#channels.get(key);
    if (known !== undefined) return known;
    const channel = this.#selector.selectChannel(value);
    if (this.#channels.size === REMEMBERED_KEYS) this.#channels.clear();
    this.#channels.set(key, channel);
    return channel;
  }
}
