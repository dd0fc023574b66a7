import { type Key, type KeyType, hashCode } from "../java/hash-code.ts";
import { computeKeyGroupForKeyHash } from "./key-groups.ts";

/** How the keys of an operator hash, and so where they belong. */
export class KeyHashing {
  /** The Java type of the keys; by default that of the value. */
  readonly keyType: KeyType | undefined;
  /** The number of key groups. */
  readonly maxParallelism: number;

  constructor(maxParallelism: number, keyType?: KeyType) {
    this.maxParallelism = maxParallelism;
    this.keyType = keyType;
  }

  /** Returns the Java hash of a key. */
  hash(key: Key): number {
    return hashCode(key, this.keyType);
  }

  /** Returns the key group of a key. */
  keyGroup(key: Key): number {
    return computeKeyGroupForKeyHash(this.hash(key), this.maxParallelism);
  }
}
