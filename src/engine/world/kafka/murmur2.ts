import { utf8Bytes } from "../../table/utf8.ts";

const SEED = 0x9747b28c;
const MULTIPLIER = 0x5bd1e995;

/** Returns the 32-bit MurmurHash2 of a text's UTF-8 bytes, signed as in Java (Kafka's `Utils.murmur2`). */
export function murmur2(text: string): number {
  const bytes = utf8Bytes(text);
  const tail = bytes.length & ~3;
  let hash = SEED ^ bytes.length;
  for (let index = 0; index < tail; index += 4) hash = mixWord(hash, wordAt(bytes, index));
  if (tail < bytes.length) hash = Math.imul(hash ^ wordAt(bytes, tail), MULTIPLIER);
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER);
  return hash ^ (hash >>> 15);
}

function mixWord(hash: number, word: number): number {
  const multiplied = Math.imul(word, MULTIPLIER);
  const mixed = Math.imul(multiplied ^ (multiplied >>> 24), MULTIPLIER);
  return Math.imul(hash, MULTIPLIER) ^ mixed;
}

/** Returns the four bytes from an index on as a little-endian word; bytes behind the end count as 0. */
function wordAt(bytes: readonly number[], index: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.slice(index, index + 4);
  return first | (second << 8) | (third << 16) | (fourth << 24);
}

/** Returns the partition of a key: the same for ever, unless partitions are added (`BuiltInPartitioner`). */
export function partitionForKey(key: string, numPartitions: number): number {
  return (murmur2(key) & 0x7fffffff) % numPartitions;
}
