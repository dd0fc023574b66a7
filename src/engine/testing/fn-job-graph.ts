import { createJobGraph } from "../graph/job-graph-generator.ts";
import { requiredSlots, type JobVertex } from "../graph/job-graph.ts";
import type { Partitioning } from "../graph/partitioning.ts";
import { generateStreamGraph } from "../graph/stream-graph.ts";
import type { ChainingStrategy, OperatorTransformation, Transformation } from "../graph/transformation.ts";
import { asList, numberField, objectsField, textField } from "./json-fields.ts";
import { isList, type Json, type JsonObject } from "./json.ts";

/** Plays `jobGraph`: the tasks of a program, what flows between them, and the slots that it needs. */
export function runJobGraph(pipeline: JsonObject): Json {
  const program = new Program(numberField(pipeline, "parallelism", 1));
  for (const [id, step] of objectsField(pipeline, "graph").entries()) program.add(id, step);
  const chaining = pipeline["chaining"] === false ? "disabled" : "enabled";
  const jobGraph = createJobGraph(generateStreamGraph(program.operators), chaining);
  return { slots: requiredSlots(jobGraph), vertices: jobGraph.vertices.map(describe) };
}

function describe({ name, parallelism, inputs }: JobVertex): JsonObject {
  const edges = inputs.map(({ source, streamEdge, distributionPattern }) => [
    source.name,
    streamEdge.partitioning.name,
    distributionPattern,
  ]);
  return { name, parallelism, inputs: edges };
}

/** The steps of a scenario's program as transformations. */
class Program {
  /** Operators and sinks, in order; sources are found behind them. */
  readonly operators: OperatorTransformation[] = [];
  readonly #byId = new Map<string, Transformation>();
  readonly #parallelism: number;

  constructor(parallelism: number) {
    this.#parallelism = parallelism;
  }

  add(id: number, step: JsonObject): void {
    this.#byId.set(textField(step, "id"), this.#transformationOf(id, step));
  }

  #transformationOf(id: number, step: JsonObject): Transformation {
    const op = textField(step, "op");
    const partitioning = partitioningOf(op);
    const inputs = inputIds(step["in"] ?? []).map((input) => this.#find(input));
    if (op === "union") return { kind: "union", inputs };
    if (partitioning === null) return this.#operatorOf(id, step, inputs);
    const [input] = inputs;
    if (input === undefined) throw new Error(`${op} has no input`);
    return { kind: "partition", input, partitioning };
  }

  #operatorOf(id: number, step: JsonObject, inputs: readonly Transformation[]): OperatorTransformation {
    const slotSharingGroup =
      step["slotSharingGroup"] === undefined ? null : textField(step, "slotSharingGroup");
    const operator: OperatorTransformation = {
      kind: "operator",
      id,
      inputs,
      slotSharingGroup,
      name: operatorName(textField(step, "op"), textField(step, "id")),
      parallelism: numberField(step, "parallelism", this.#parallelism),
      chainingStrategy: chainingStrategyOf(step["chain"] ?? null),
    };
    if (inputs.length > 0) this.operators.push(operator);
    return operator;
  }

  #find(id: string): Transformation {
    const transformation = this.#byId.get(id);
    if (transformation === undefined) throw new Error(`there is no step ${id}`);
    return transformation;
  }
}

function inputIds(value: Json): readonly string[] {
  return (isList(value) ? asList(value) : [value]).map(String);
}

function operatorName(op: string, id: string): string {
  if (op === "source") return `Source: ${id}`;
  return op === "sink" ? `${id}: Writer` : id;
}

function chainingStrategyOf(chain: Json): ChainingStrategy {
  if (chain === null) return "ALWAYS";
  return chain === "startNew" ? "HEAD" : "NEVER";
}

function partitioningOf(op: string): Partitioning | null {
  switch (op) {
    case "keyBy":
      return { name: "HASH", keySelector: () => "" };
    case "rebalance":
      return { name: "REBALANCE" };
    case "rescale":
      return { name: "RESCALE" };
    case "broadcast":
      return { name: "BROADCAST" };
    case "global":
      return { name: "GLOBAL" };
    case "shuffle":
      return { name: "SHUFFLE" };
    case "forward":
      return { name: "FORWARD" };
    default:
      return null;
  }
}
