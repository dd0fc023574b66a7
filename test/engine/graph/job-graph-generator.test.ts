import { describe, expect, test } from "vitest";

import { createJobGraph } from "../../../src/engine/graph/job-graph-generator.ts";
import { requiredSlots } from "../../../src/engine/graph/job-graph.ts";
import { generateStreamGraph } from "../../../src/engine/graph/stream-graph.ts";
import type { OperatorTransformation } from "../../../src/engine/graph/transformation.ts";
import { anOperator, aUnion, partitioned } from "./builders.ts";

const jobGraphOf = (...operators: readonly OperatorTransformation[]) =>
  createJobGraph(generateStreamGraph(operators), "enabled");

const namesOf = (...operators: readonly OperatorTransformation[]) =>
  jobGraphOf(...operators).vertices.map(({ name }) => name);

const source = anOperator("source", []);

describe("createJobGraph", () => {
  test("chains what forwards at one parallelism", () => {
    const map = anOperator("map", [source]);
    expect(namesOf(map, anOperator("sink", [map]))).toEqual(["source -> map -> sink"]);
  });

  test("chains nothing if chaining is off", () => {
    const map = anOperator("map", [source]);
    const graph = createJobGraph(generateStreamGraph([map]), "disabled");
    expect(graph.vertices.map(({ name }) => name)).toEqual(["source", "map"]);
  });

  test.each([
    ["another parallelism", { parallelism: 2 }],
    ["another slot sharing group", { slotSharingGroup: "heavy" }],
    ["startNewChain", { chainingStrategy: "HEAD" }],
    ["disableChaining", { chainingStrategy: "NEVER" }],
  ] as const)("ends a chain at %s", (_reason, options) => {
    expect(namesOf(anOperator("map", [source], options))).toEqual(["source", "map"]);
  });

  test("lets startNewChain chain on behind itself, and disableChaining not", () => {
    const headed = anOperator("map", [source], { chainingStrategy: "HEAD" });
    expect(namesOf(headed, anOperator("sink", [headed]))).toEqual(["source", "map -> sink"]);
    const alone = anOperator("map", [source], { chainingStrategy: "NEVER" });
    expect(namesOf(alone, anOperator("sink", [alone]))).toEqual(["source", "map", "sink"]);
  });

  test("ends a chain at a partitioner, even without a need", () => {
    expect(namesOf(anOperator("map", [partitioned(source, "REBALANCE")]))).toEqual(["source", "map"]);
  });

  test("ends a chain at a union, even of a stream with itself", () => {
    const other = anOperator("other", []);
    expect(namesOf(anOperator("map", [aUnion(source, other)]))).toEqual(["source", "other", "map"]);
    expect(namesOf(anOperator("map", [aUnion(source, source)]))).toEqual(["source", "map"]);
  });

  test("names branches in brackets", () => {
    const [left, right] = [anOperator("left", [source]), anOperator("right", [source])];
    expect(namesOf(left, right, anOperator("sink", [left]))).toEqual(["source -> (left -> sink, right)"]);
  });

  test("puts every task behind those that it reads from", () => {
    const other = anOperator("other", [], { id: 1 });
    const far = anOperator("far", [partitioned(other, "REBALANCE")]);
    const near = anOperator("near", [aUnion(source, far)]);
    expect(namesOf(far, near)).toEqual(["source", "other", "far", "near"]);
  });

  test("connects pointwise for forward and rescale only", () => {
    const all = ["RESCALE", "REBALANCE", "BROADCAST", "GLOBAL", "SHUFFLE"] as const;
    const patterns = all.map((name) => {
      const graph = jobGraphOf(anOperator("map", [partitioned(source, name)]));
      return graph.vertices[1]?.inputs[0]?.distributionPattern;
    });
    expect(patterns).toEqual(["POINTWISE", ...all.slice(1).map(() => "ALL_TO_ALL")]);
  });
});

describe("requiredSlots", () => {
  test("sums the largest parallelism of each slot sharing group", () => {
    const map = anOperator("map", [source], { parallelism: 4 });
    const heavy = anOperator("heavy", [map], { parallelism: 3, slotSharingGroup: "heavy" });
    const sink = anOperator("sink", [heavy], { slotSharingGroup: "default" });
    expect(requiredSlots(jobGraphOf(map, heavy, sink))).toBe(7);
  });
});
