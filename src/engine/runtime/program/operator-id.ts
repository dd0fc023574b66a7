import type { StreamNode } from "../../graph/stream-graph.ts";
import { IllegalArgumentException } from "../../java/exceptions.ts";
import { hashString } from "../../java/hash-code.ts";
import { runnableOf } from "./runnable-transformation.ts";

/**
 * Returns the id of each operator, by which a snapshot finds its state again (Flink's `StreamGraphHasherV2`). It comes
 * from the `uid` that the user gave; without one from the operator's place in the graph, so that a graph which is
 * changed anywhere before it loses the state. Throws an IllegalArgumentException if two operators have one uid.
 */
export function operatorIdsOf(nodes: readonly StreamNode[]): ReadonlyMap<StreamNode, string> {
  const ids = new Map<StreamNode, string>();
  const uids = new Set<string>();
  for (const [position, node] of nodes.entries()) {
    const { uid } = runnableOf(node);
    if (uid !== null && uids.has(uid)) {
      throw new IllegalArgumentException(
        "Hash collision on user-specified ID. Most likely cause is a non-unique ID. " +
          "Please check that all IDs specified via `uid(String)` are unique.",
      );
    }
    if (uid !== null) uids.add(uid);
    ids.set(node, uid === null ? generatedId(position, node, ids) : idOf(`uid:${uid}`));
  }
  return ids;
}

function generatedId(position: number, node: StreamNode, ids: ReadonlyMap<StreamNode, string>): string {
  const inputs = node.inEdges.map(({ source }) => ids.get(source) ?? "").join(",");
  return idOf(`place:${position}(${inputs})`);
}

/** Four hashes of 32 bits make an id as long as Flink's. */
function idOf(text: string): string {
  return [1, 2, 3, 4]
    .map((part) => (hashString(`${part}${text}${part}`) >>> 0).toString(16).padStart(8, "0"))
    .join("");
}
