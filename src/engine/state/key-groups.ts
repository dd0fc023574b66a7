import { hashCode, type Key, type KeyType } from "../java/hash-code.ts";
import { murmurHash, roundUpToPowerOfTwo } from "../java/math-utils.ts";

const LOWER_BOUND_MAX_PARALLELISM = 128;
const UPPER_BOUND_MAX_PARALLELISM = 32768;

/** The key groups of one subtask, both ends included (Flink's `KeyGroupRange`). */
export interface KeyGroupRange {
  readonly start: number;
  readonly end: number;
}

/** Returns the key group of a key (`KeyGroupRangeAssignment.assignToKeyGroup`). */
export function assignToKeyGroup(key: Key, maxParallelism: number, type?: KeyType): number {
  return computeKeyGroupForKeyHash(hashCode(key, type), maxParallelism);
}

/** Returns the key group of a key with this Java hash. */
export function computeKeyGroupForKeyHash(hash: number, maxParallelism: number): number {
  return murmurHash(hash) % maxParallelism;
}

/** Returns the subtask that owns a key group. */
export function computeOperatorIndexForKeyGroup(
  maxParallelism: number,
  parallelism: number,
  keyGroup: number,
): number {
  return Math.floor((keyGroup * parallelism) / maxParallelism);
}

/** Returns the key groups that a subtask owns. */
export function computeKeyGroupRangeForOperatorIndex(
  maxParallelism: number,
  parallelism: number,
  operatorIndex: number,
): KeyGroupRange {
  return {
    start: Math.floor((operatorIndex * maxParallelism + parallelism - 1) / parallelism),
    end: Math.floor(((operatorIndex + 1) * maxParallelism - 1) / parallelism),
  };
}

/** Returns the number of key groups that Flink gives an operator whose maximum parallelism nobody set. */
export function computeDefaultMaxParallelism(parallelism: number): number {
  const wanted = roundUpToPowerOfTwo(parallelism + Math.floor(parallelism / 2));
  return Math.min(Math.max(wanted, LOWER_BOUND_MAX_PARALLELISM), UPPER_BOUND_MAX_PARALLELISM);
}
