import type { EncodingGuess } from "../base/problem.ts";

/** What bytes of a file are meant in: `null` is UTF-8. */
type Encoding = EncodingGuess | null;

/** Returns a text as bytes of the encoding that a file is in; `null` if that has no sign for some character. */
export function encodeText(text: string, encoding: Encoding): Uint8Array | null {
  switch (encoding) {
    case null:
    case "damaged UTF-8":
      return Buffer.from(text, "utf8");
    case "UTF-16LE":
      return Buffer.from(text, "utf16le");
    case "UTF-16BE":
      return Buffer.from(text, "utf16le").swap16();
    default:
      return encodedBy(tableOf(encoding), text);
  }
}

type Table = ReadonlyMap<string, readonly number[]>;

function encodedBy(table: Table, text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const own = code < 0x80 ? [code] : table.get(character);
    if (own === undefined) return null;
    bytes.push(...own);
  }
  return Uint8Array.from(bytes);
}

/** The platform decodes these encodings but encodes none: what every sign decodes to is turned around. */
function tableOf(encoding: "GBK" | "windows-1252"): Table {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let first = 0x80; first <= 0xff; first += 1) {
    for (const bytes of encoding === "GBK" ? pairsFrom(first) : [[first]]) {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && character !== "\uFFFD" && !table.has(character))
        table.set(character, bytes);
    }
  }
  return table;
}

function pairsFrom(first: number): readonly (readonly number[])[] {
  return Array.from({ length: 0xff - 0x40 }, (_, index) => [first, 0x40 + index]);
}
