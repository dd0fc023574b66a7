import { createHash } from "node:crypto";

/** The 91 characters in which Anki and its tools write guids. */
const ALPHABET =
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~";

/** Keeps our guids apart from those of other programs that hash too. */
const NAMESPACE = "sluice/1";

/**
 * Returns the guid by which Anki knows a note for ever. It depends on the note's uid and on nothing that can be edited;
 * a note that came from Anki keeps the guid that it has there.
 */
export function guidOf(key: string): string {
  return (
    foreignGuid(key) ?? base91(createHash("sha256").update(`${NAMESPACE}\0${key}`).digest().readBigUInt64BE())
  );
}

/** What the uids of notes begin with that came from Anki. */
const FOREIGN = "anki-";
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** Returns the uid of a note that came from Anki: its guid in lower-case base32. */
export function foreignKey(guid: string): string {
  const bits = Array.from(Buffer.from(guid), (byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/gu) ?? [];
  return FOREIGN + groups.map((group) => BASE32[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}

/** Returns the guid of which `foreignKey` made a uid; `null` if it made none. */
export function foreignGuid(key: string): string | null {
  if (!key.startsWith(FOREIGN)) return null;
  const values = Array.from(key.slice(FOREIGN.length), (letter) => BASE32.indexOf(letter));
  const bits = values.map((value) => value.toString(2).padStart(5, "0")).join("");
  const bytes = (bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2));
  const guid = Buffer.from(bytes).toString();
  // Whatever wasn't made of a guid doesn't lead back to itself.
  return guid !== "" && foreignKey(guid) === key ? guid : null;
}

function base91(value: bigint): string {
  const base = BigInt(ALPHABET.length);
  let text = "";
  for (let rest = value; rest > 0n; rest /= base) text = (ALPHABET[Number(rest % base)] ?? "") + text;
  return text;
}
