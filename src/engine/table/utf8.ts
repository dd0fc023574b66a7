/** The byte that stands for half a surrogate pair, which has no UTF-8: "?", as in Java. */
const REPLACEMENT = 0x3f;

/** Returns the UTF-8 bytes of a text; the engine runs where there is no `TextEncoder`. */
export function utf8Bytes(text: string): readonly number[] {
  return Array.from(text).flatMap((character) => bytesOf(character.codePointAt(0) ?? REPLACEMENT));
}

function bytesOf(codePoint: number): readonly number[] {
  if (codePoint < 0x80) return [codePoint];
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), continuation(codePoint)];
  if (codePoint >= 0xd800 && codePoint < 0xe000) return [REPLACEMENT];
  if (codePoint < 0x10000) {
    return [0xe0 | (codePoint >> 12), continuation(codePoint >> 6), continuation(codePoint)];
  }
  return [
    0xf0 | (codePoint >> 18),
    continuation(codePoint >> 12),
    continuation(codePoint >> 6),
    continuation(codePoint),
  ];
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
