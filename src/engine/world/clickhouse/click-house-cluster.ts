import { IllegalArgumentException } from "../../java/exceptions.ts";
import { copyValue } from "../../state/copy-value.ts";
import { Endpoint, type EndpointBehaviour } from "../endpoint.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../external-system.ts";
import type { World } from "../world.ts";
import { textOf } from "./row-text.ts";
import { Shard } from "./shard.ts";
import type { ClickHouseRow, ClickHouseTableDefinition } from "./table-definition.ts";

/** The nodes of a ClickHouse cluster. */
export interface ClickHouseClusterConfiguration extends EndpointBehaviour {
  /** Its name in traces. */
  readonly name?: string;
  /** The names of the nodes: those of one list are replicas of one shard. */
  readonly shards: readonly (readonly string[])[];
}

/** An insert: rows for one node. */
export interface ClickHouseInsert {
  readonly table: string;
  readonly rows: readonly ClickHouseRow[];
  /** `insert_deduplication_token`; by default what the rows are decides whether an insert is a repetition. */
  readonly deduplicationToken?: string;
}

/** A ClickHouse cluster: columnar tables on several nodes, of which a client chooses one for every insert. */
export class ClickHouseCluster implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM]: string;
  readonly #shards: readonly Shard[];
  readonly #endpoints: ReadonlyMap<string, Endpoint>;
  readonly #rowsByNode = new Map<string, number>();

  constructor(world: World, configuration: ClickHouseClusterConfiguration) {
    const { name = "clickhouse", shards } = configuration;
    this[EXTERNAL_SYSTEM] = name;
    this.#shards = shards.map((nodes) => new Shard(world.clock, nodes));
    this.#endpoints = new Map(
      shards.flat().map((node) => [node, new Endpoint(world, `${name}/${node}`, configuration)]),
    );
  }

  /** The names of all nodes, shard by shard. */
  get nodes(): readonly string[] {
    return [...this.#endpoints.keys()];
  }

  get shards(): readonly Shard[] {
    return this.#shards;
  }

  /** Where a node is called: it counts the inserts there, and it stops and starts the node. */
  endpoint(node: string): Endpoint {
    const endpoint = this.#endpoints.get(node);
    if (endpoint === undefined) throw new IllegalArgumentException(`No such node: ${node}`);
    return endpoint;
  }

  /** Returns how many rows have been sent to a node, repetitions included. */
  rowsSentTo(node: string): number {
    return this.#rowsByNode.get(node) ?? 0;
  }

  /** Creates a table on all nodes. */
  createTable(definition: ClickHouseTableDefinition): void {
    for (const shard of this.#shards) shard.createTable(definition);
  }

  /** Writes rows to one node. Throws TOO_MANY_PARTS, and a `ConnectionException` if the node is down. */
  insert(node: string, { table, rows, deduplicationToken }: ClickHouseInsert): void {
    this.endpoint(node).call("INSERT", () => {
      this.#rowsByNode.set(node, this.rowsSentTo(node) + rows.length);
      const token = deduplicationToken ?? textOf(rows);
      this.#shardOf(node).insert(table, copyValue(rows), token);
    });
  }

  /** Returns the rows of all shards: as they lie there, or merged for this one query (`FINAL`). */
  select(table: string, reading: "as-stored" | "FINAL" = "as-stored"): readonly ClickHouseRow[] {
    return this.#shards.flatMap((shard) => shard.table(table).rows(reading));
  }

  #shardOf(node: string): Shard {
    const shard = this.#shards.find(({ nodes }) => nodes.includes(node));
    if (shard === undefined) throw new IllegalArgumentException(`No such node: ${node}`);
    return shard;
  }
}
