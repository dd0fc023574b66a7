const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Returns 32 bits that tell whatever happens to a text by mistake; nobody means to deceive us. It is FNV-1a, four bytes
 * at a time: whoever starts up waits for it, and loading what Node has for this takes longer.
 */
export function checksumOf(bytes: Uint8Array): number {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  const words = new Int32Array(whole.buffer);
  return words.reduce((hash, word) => Math.imul(hash ^ word, PRIME), OFFSET_BASIS) >>> 0;
}
