import type { MapState } from "../../state/state.ts";
import type { EventId } from "./event-id.ts";

/** An event that a match has taken for a stage, and the one taken before it. */
export interface SharedBufferNode<T> {
  readonly stage: string;
  readonly event: T;
  readonly eventId: EventId;
  /** The node before; `null` for the first event of a match. */
  readonly previous: number | null;
  /** How many matches and later nodes need this one. */
  readonly references: number;
}

/**
 * Keeps the events of the partial matches of a key. Matches with a common beginning share it, and what no match needs
 * any more is removed (Flink's `SharedBuffer`, which besides shares an event's node among beginnings and tells the
 * paths through it apart by Dewey numbers).
 */
export class SharedBuffer<T> {
  readonly #nodes: MapState<number, SharedBufferNode<T>>;

  constructor(nodes: MapState<number, SharedBufferNode<T>>) {
    this.#nodes = nodes;
  }

  /** Adds an event as a node with a number that is free. Nobody needs it so far, but it needs the one before. */
  put(node: number, content: Omit<SharedBufferNode<T>, "references">): void {
    if (content.previous !== null) this.lock(content.previous);
    this.#nodes.put(node, { ...content, references: 0 });
  }

  /** Says that one more match needs the node. */
  lock(node: number): void {
    this.#count(node, 1);
  }

  /** Says that one match less needs the node; removes it and what only it needs. */
  release(node: number): void {
    for (let current: number | null = node; current !== null;) {
      const { references, previous } = this.#count(current, -1);
      if (references > 0) return;
      this.#nodes.remove(current);
      current = previous;
    }
  }

  /** Returns the nodes from the first event of a match to this one. */
  pathTo(node: number | null): readonly SharedBufferNode<T>[] {
    const path: SharedBufferNode<T>[] = [];
    for (let current = node; current !== null;) {
      const content = this.#get(current);
      path.push(content);
      current = content.previous;
    }
    return path.toReversed();
  }

  #count(node: number, change: number): SharedBufferNode<T> {
    const content = this.#get(node);
    const counted = { ...content, references: content.references + change };
    this.#nodes.put(node, counted);
    return counted;
  }

  #get(node: number): SharedBufferNode<T> {
    const content = this.#nodes.get(node);
    if (content === null) throw new Error(`the shared buffer has no node ${node}`);
    return content;
  }
}
