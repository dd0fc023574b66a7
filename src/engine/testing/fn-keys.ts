import { createChannelSelector } from "../graph/channel-selector.ts";
import type { Partitioning } from "../graph/partitioning.ts";
import { hashCode, type Key, type KeyType } from "../java/hash-code.ts";
import { JavaHashMap } from "../java/java-hash-map.ts";
import {
  assignToKeyGroup,
  computeDefaultMaxParallelism,
  computeKeyGroupRangeForOperatorIndex,
  computeOperatorIndexForKeyGroup,
} from "../state/key-groups.ts";
import { numberOf } from "./arithmetic.ts";
import { keySelectorOf } from "./functions-from-expressions.ts";
import { asList, listField, numberField, objectsField, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";
import { encodeTimes } from "./times.ts";

const DEFAULT_MAX_PARALLELISM = 128;

/** Plays `keyGroup`: where typed keys belong. */
export function runKeyGroup(pipeline: JsonObject): Json {
  const maxParallelism = numberField(pipeline, "maxParallelism", DEFAULT_MAX_PARALLELISM);
  const parallelism = numberField(pipeline, "parallelism", 1);
  return listField(pipeline, "keys").map((typed) => {
    const [type, value] = asList(typed);
    const keyType = keyTypeNamed(type);
    const key = keyOf(value ?? null, keyType);
    const keyGroup = assignToKeyGroup(key, maxParallelism, keyType);
    const subtask = computeOperatorIndexForKeyGroup(maxParallelism, parallelism, keyGroup);
    return { key: encodeTimes(key), hash: hashCode(key, keyType), keyGroup, subtask };
  });
}

/** Plays `keyGroupRanges`: the first and last key group of each subtask, for each parallelism. */
export function runKeyGroupRanges(pipeline: JsonObject): Json {
  const maxParallelism = numberField(pipeline, "maxParallelism", DEFAULT_MAX_PARALLELISM);
  return listField(pipeline, "parallelism").map((value) => {
    const parallelism = numberOf(value);
    return Array.from({ length: parallelism }, (_, index) => {
      const { start, end } = computeKeyGroupRangeForOperatorIndex(maxParallelism, parallelism, index);
      return [start, end];
    });
  });
}

/** Plays `defaultMaxParallelism`. */
export function runDefaultMaxParallelism(pipeline: JsonObject): Json {
  return listField(pipeline, "parallelism").map((value) => computeDefaultMaxParallelism(numberOf(value)));
}

/** Plays `partitioner`: the channel of each element; what begins at random begins at 0. */
export function runPartitioner(pipeline: JsonObject): Json {
  const selector = createChannelSelector(partitioningOf(pipeline), {
    numberOfChannels: numberField(pipeline, "channels"),
    maxParallelism: numberField(pipeline, "maxParallelism", DEFAULT_MAX_PARALLELISM),
    random: () => 0,
  });
  return listField(pipeline, "elements").map((element) => selector.selectChannel(element));
}

function partitioningOf(pipeline: JsonObject): Partitioning<Json> {
  const type = textField(pipeline, "type");
  switch (type) {
    case "keyBy":
      return { name: "HASH", keySelector: keySelectorOf(textField(pipeline, "key")) };
    case "rebalance":
      return { name: "REBALANCE" };
    case "rescale":
      return { name: "RESCALE" };
    case "global":
      return { name: "GLOBAL" };
    case "forward":
      return { name: "FORWARD" };
    case "broadcast":
      return { name: "BROADCAST" };
    default:
      throw new RangeError(`there is no partitioner ${type}`);
  }
}

/** Plays `mapOrder`: the order in which a `java.util.HashMap` gives its keys. */
export function runMapOrder(pipeline: JsonObject): Json {
  return objectsField(pipeline, "cases").map((changes) => {
    const type = keyTypeNamed(changes["type"]);
    const map = new JavaHashMap<Key, null>((key) => hashCode(key, type));
    for (const key of listField(changes, "put")) map.set(keyOf(key, type), null);
    for (const key of asList(changes["remove"] ?? [])) map.delete(keyOf(key, type));
    return encodeTimes(map.keys());
  });
}

const KEY_TYPES: readonly KeyType[] = ["string", "int", "long", "double", "boolean"];

function keyTypeNamed(name: Json | undefined): KeyType {
  const type = KEY_TYPES.find((known) => known === name);
  if (type === undefined) throw new RangeError(`there is no key type ${JSON.stringify(name)}`);
  return type;
}

function keyOf(value: Json, type: KeyType): Key {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw new TypeError(`no key: ${JSON.stringify(value)}`);
  }
  return type === "long" && typeof value === "string" ? numberOf(value) : value;
}
