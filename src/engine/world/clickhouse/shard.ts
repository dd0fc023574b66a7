import type { WorldClock } from "../world-clock.ts";
import { ClickHouseException } from "./click-house-exception.ts";
import { DeduplicationWindow } from "./deduplication-window.ts";
import { MergeTree } from "./merge-tree.ts";
import type { ClickHouseRow, ClickHouseTableDefinition } from "./table-definition.ts";

interface ShardTable {
  readonly tree: MergeTree;
  readonly window: DeduplicationWindow;
}

/**
 * A part of a cluster with data of its own, on one node or on several replicas. Replicas are one here: what one has, all
 * have at once, and they recognise a repeated insert together. Different shards know nothing of each other.
 */
export class Shard {
  readonly nodes: readonly string[];
  readonly #clock: WorldClock;
  readonly #tables = new Map<string, ShardTable>();

  constructor(clock: WorldClock, nodes: readonly string[]) {
    this.#clock = clock;
    this.nodes = nodes;
  }

  createTable(definition: ClickHouseTableDefinition): void {
    const tree = new MergeTree(this.#clock, definition);
    const { replicatedDeduplicationWindow, nonReplicatedDeduplicationWindow } = tree.settings;
    const size = this.nodes.length > 1 ? replicatedDeduplicationWindow : nonReplicatedDeduplicationWindow;
    this.#tables.set(definition.name, { tree, window: new DeduplicationWindow(size) });
  }

  /** Throws UNKNOWN_TABLE. */
  table(name: string): MergeTree {
    return this.#require(name).tree;
  }

  /** Writes rows, unless an insert with this token has been written before. Throws TOO_MANY_PARTS. */
  insert(name: string, rows: readonly ClickHouseRow[], token: string): void {
    const { tree, window } = this.#require(name);
    if (window.has(token)) return;
    tree.insert(rows);
    window.add(token);
  }

  #require(name: string): ShardTable {
    const table = this.#tables.get(name);
    if (table === undefined) throw new ClickHouseException("UNKNOWN_TABLE", `Table ${name} does not exist.`);
    return table;
  }
}
