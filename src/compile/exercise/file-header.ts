import type { Bilingual } from "../../base/lang.ts";

/** What the comment lines at the head of a file say, by their keys: `// expect: exactly-once`. */
export type FileHeader = ReadonlyMap<string, string>;

const LINE = /^\/\/ ([a-z]+(?:-[a-z]+)*(?:\.(?:zh|en))?): (.+)$/u;

/** Reads the head of a file, down to its first line that is no comment. A comment without a key goes on with the last. */
export function fileHeader(text: string): FileHeader {
  const header = new Map<string, string>();
  let last = "";
  for (const line of text.split(/\r?\n/u)) {
    if (!line.startsWith("//")) break;
    const [, key, value] = LINE.exec(line) ?? [];
    if (key !== undefined && value !== undefined) {
      header.set(key, value.trim());
      last = key;
    } else if (last !== "") header.set(last, `${header.get(last)} ${line.slice(2).trim()}`);
  }
  return header;
}

/** Returns a value that is said once in each language; `null` unless it is. */
export function bilingualIn(header: FileHeader, key: string): Bilingual | null {
  const [zh, en] = [header.get(`${key}.zh`), header.get(`${key}.en`)];
  return zh === undefined || en === undefined ? null : { zh, en };
}
