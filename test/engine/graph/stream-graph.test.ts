import { describe, expect, test } from "vitest";

import { generateStreamGraph } from "../../../src/engine/graph/stream-graph.ts";
import { anOperator, aUnion, partitioned } from "./builders.ts";

describe("generateStreamGraph", () => {
  test("forwards between equal parallelisms and rebalances between others", () => {
    const source = anOperator("source", []);
    const equal = anOperator("equal", [source]);
    const wider = anOperator("wider", [equal], { parallelism: 2 });
    const { nodes } = generateStreamGraph([equal, wider]);
    expect(nodes.flatMap(({ inEdges }) => inEdges.map(({ partitioning }) => partitioning.name))).toEqual([
      "FORWARD",
      "REBALANCE",
    ]);
  });

  test("takes the partitioner next to the operator", () => {
    const source = anOperator("source", []);
    const map = anOperator("map", [partitioned(partitioned(source, "RESCALE"), "GLOBAL")]);
    const [, node] = generateStreamGraph([map]).nodes;
    expect(node?.inEdges.map(({ partitioning }) => partitioning.name)).toEqual(["GLOBAL"]);
  });

  test("gives the streams of a union one input, those of two inputs two", () => {
    const [left, right] = [anOperator("left", []), anOperator("right", [])];
    const union = anOperator("union", [aUnion(left, right)]);
    const connect = anOperator("connect", [left, right]);
    const { nodes } = generateStreamGraph([union, connect]);
    const indexesOf = (name: string) =>
      nodes.find((node) => node.name === name)?.inEdges.map((e) => e.inputIndex);
    expect(indexesOf("union")).toEqual([0, 0]);
    expect(indexesOf("connect")).toEqual([0, 1]);
  });

  test("inherits a slot sharing group that all inputs share, else takes the default one", () => {
    const [left, right] = ["a", "b"].map((group) => anOperator(group, [], { slotSharingGroup: group }));
    if (left === undefined || right === undefined) throw new Error("there are two");
    const after = anOperator("after", [left]);
    const both = anOperator("both", [aUnion(left, right)]);
    const { nodes } = generateStreamGraph([after, both]);
    const groupOf = (name: string) => nodes.find((node) => node.name === name)?.slotSharingGroup;
    expect(groupOf("after")).toBe("a");
    expect(groupOf("both")).toBe("default");
  });

  test("puts the sources in the order in which the program made them", () => {
    const [first, second] = [anOperator("first", [], { id: 1 }), anOperator("second", [], { id: 2 })];
    const { sources } = generateStreamGraph([anOperator("sink", [aUnion(second, first)], { id: 3 })]);
    expect(sources.map(({ name }) => name)).toEqual(["first", "second"]);
  });

  test("cannot forward between different parallelisms", () => {
    const source = anOperator("source", []);
    const map = anOperator("map", [partitioned(source, "FORWARD")], { parallelism: 2 });
    expect(() => generateStreamGraph([map])).toThrow(
      "Forward partitioning does not allow change of parallelism.",
    );
  });
});
