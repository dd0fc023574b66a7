import type { EncodingGuess } from "../base/problem.ts";

/** What the bytes of a file turned out to be. */
export type Decoded =
  /** `guess` = what it seems to be, if it isn't UTF-8. A byte order mark is no part of the text. */
  | { readonly kind: "text"; readonly text: string; readonly guess: EncodingGuess | null }
  | { readonly kind: "binary" };

/** How many bytes from its start can show a file to be binary, as git has it. */
const LOOKED_AT = 8000;

/** How many whole characters for each broken one speak for UTF-8 that was damaged, not for another encoding. */
const WHOLE_FOR_BROKEN = 10;

/** Which part of the bytes of GBK that are no ASCII stand next to another: it writes a character with two. */
const SIDE_BY_SIDE = 0.9;

/** Returns the text that some bytes hold: UTF-8, or else what they seem to be. */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16MarkOf(bytes);
  if (utf16 !== null) return textIn(utf16, bytes);
  if (isBinary(bytes)) return { kind: "binary" };
  const text = tryDecode("utf-8", bytes);
  return text === null ? textIn(guessOf(bytes), bytes) : { kind: "text", text, guess: null };
}

function textIn(guess: EncodingGuess, bytes: Uint8Array): Decoded {
  const encoding = guess === "damaged UTF-8" ? "utf-8" : guess;
  return { kind: "text", text: new TextDecoder(encoding).decode(bytes), guess };
}

function utf16MarkOf([first, second]: Uint8Array): EncodingGuess | null {
  if (first === 0xff && second === 0xfe) return "UTF-16LE";
  return first === 0xfe && second === 0xff ? "UTF-16BE" : null;
}

/** So many stray control characters may have slipped into any text. */
const STRAY = 3;

// Besides a zero byte: more than one control character in a hundred that no text needs.
function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, LOOKED_AT);
  const controls = start.filter((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b);
  return start.includes(0) || (controls.length > STRAY && controls.length * 100 > start.length);
}

function guessOf(bytes: Uint8Array): EncodingGuess {
  if (isDamagedUtf8(bytes)) return "damaged UTF-8";
  // GB 18030 holds GBK, and refuses what GBK can't be.
  return standSideBySide(bytes) && tryDecode("gb18030", bytes) !== null ? "GBK" : "windows-1252";
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
  return whole >= broken * WHOLE_FOR_BROKEN;
}

function standSideBySide(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0x80).length;
  const alone = bytes.filter(
    (byte, index) => byte >= 0x80 && !isHigh(bytes[index - 1]) && !isHigh(bytes[index + 1]),
  );
  return alone.length <= high * (1 - SIDE_BY_SIDE);
}

function isHigh(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80;
}

function tryDecode(encoding: "utf-8" | "gb18030", bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
