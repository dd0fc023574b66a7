import { hashString } from "../java/hash-code.ts";
import { JavaHashMap } from "../java/java-hash-map.ts";
import type {
  BroadcastSnapshot,
  OperatorListSnapshot,
  OperatorStateSnapshot,
  RedistributionMode,
} from "./operator-snapshot.ts";

/**
 * Returns the operator state of each instance after a change of parallelism, out of that before (Flink's
 * `RoundRobinOperatorStateRepartitioner`): the elements of a split list are dealt out in blocks, those of a union
 * list go to everybody, copies of broadcast state go round. With the parallelism unchanged split lists stay.
 */
export function repartitionOperatorState(
  before: readonly OperatorStateSnapshot[],
  parallelism: number,
): readonly OperatorStateSnapshot[] {
  const union = unionLists(before);
  const split = parallelism === before.length ? splitListsAsTheyAre(before) : dealOut(before, parallelism);
  return Array.from({ length: parallelism }, (_, index) => ({
    lists: [...union, ...(split[index] ?? [])],
    broadcasts: broadcastsOf(before[index % before.length]),
  }));
}

function unionLists(before: readonly OperatorStateSnapshot[]): readonly OperatorListSnapshot[] {
  return [...elementsByName(before, "union").entries()].map(([name, elements]) => ({
    name,
    mode: "union",
    elements,
  }));
}

function splitListsAsTheyAre(before: readonly OperatorStateSnapshot[]): readonly OperatorListSnapshot[][] {
  return before.map(({ lists }) => lists.filter(({ mode }) => mode === "split"));
}

/** The instance that is out of odd elements for one list is the first one for the next list. */
function dealOut(
  before: readonly OperatorStateSnapshot[],
  parallelism: number,
): readonly OperatorListSnapshot[][] {
  const dealt: OperatorListSnapshot[][] = Array.from({ length: parallelism }, () => []);
  let first = 0;
  for (const [name, elements] of elementsByName(before, "split").entries()) {
    const share = Math.floor(elements.length / parallelism);
    const odd = elements.length % parallelism;
    let from = 0;
    for (let turn = 0; turn < parallelism; turn++) {
      const to = from + share + (turn < odd ? 1 : 0);
      dealt[(first + turn) % parallelism]?.push({ name, mode: "split", elements: elements.slice(from, to) });
      from = to;
    }
    first = (first + odd) % parallelism;
  }
  return dealt;
}

function elementsByName(
  before: readonly OperatorStateSnapshot[],
  wanted: RedistributionMode,
): JavaHashMap<string, readonly unknown[]> {
  const lists = new JavaHashMap<string, readonly unknown[]>(hashString);
  for (const { name, mode, elements } of before.flatMap((snapshot) => snapshot.lists)) {
    if (mode === wanted) lists.set(name, [...(lists.get(name) ?? []), ...elements]);
  }
  return lists;
}

function broadcastsOf(snapshot: OperatorStateSnapshot | undefined): readonly BroadcastSnapshot[] {
  return snapshot?.broadcasts ?? [];
}
