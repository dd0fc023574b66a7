import { hash } from "node:crypto";

import type { Wording } from "../card/note-text.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH = 12;
const BITS = 5;

/** Returns the uid that a note's wording gives it: the beginning of the SHA-256 of question, NUL and answer in lower-case base32 (RFC 4648). */
export function fingerprintOf({ question, answer }: Wording): string {
  const digest = hash("sha256", `${question}\0${answer}`, "buffer");
  let characters = "";
  let bits = 0;
  let held = 0;
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= BITS && characters.length < LENGTH; bits -= BITS) {
      characters += ALPHABET[(held >> (bits - BITS)) & 31];
    }
    if (characters.length === LENGTH) break;
    held &= (1 << bits) - 1;
  }
  return characters;
}
