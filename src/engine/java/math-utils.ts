/** Returns `hash` with its bits mixed: the finish of MurmurHash3 (Flink's `MathUtils.bitMix`). */
export function bitMix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function rotateLeft(value: number, distance: number): number {
  return (value << distance) | (value >>> (32 - distance));
}

/** Returns the non-negative murmur hash of an int32 (Flink's `MathUtils.murmurHash`). */
export function murmurHash(code: number): number {
  let hash = Math.imul(code, 0xcc9e2d51);
  hash = Math.imul(rotateLeft(hash, 15), 0x1b873593);
  hash = (Math.imul(rotateLeft(hash, 13), 5) + 0xe6546b64) | 0;
  const mixed = bitMix(hash ^ 4);
  if (mixed >= 0) return mixed;
  return mixed === -2147483648 ? 0 : -mixed;
}

const MASK_64 = 0xffffffffffffffffn;

/**
 * Returns an int32 made of a whole number of 64 bits by mixing (Flink's `MathUtils.longToIntWithBitMixing`). What lies
 * beyond 64 bits is twice an end of `long`, which is 0 there.
 */
export function longToIntWithBitMixing(value: number): number {
  let mixed = Number.isFinite(value) ? BigInt(value) & MASK_64 : 0n;
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
  mixed ^= mixed >> 31n;
  return Number(BigInt.asIntN(32, mixed));
}

/** Returns the smallest power of two that is at least `value` (Flink's `MathUtils.roundUpToPowerOfTwo`). */
export function roundUpToPowerOfTwo(value: number): number {
  let power = 1;
  while (power < value) power *= 2;
  return power;
}
