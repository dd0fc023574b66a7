import { createHash } from "node:crypto";

/** What Anki keeps of a note's first field besides the field itself. */
export interface SortField {
  /** The text by which notes are sorted: tags are gone, entities stay. */
  readonly text: string;
  /** The first four bytes of a SHA-1, by which duplicates are found. */
  readonly checksum: number;
}

/** A picture counts as the name of its file. */
const PICTURE = /<img\b[^>]*?\bsrc="([^"]+)"[^>]*>/giu;
const UNSEEN = /<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>|<script\b[\s\S]*?<\/script>|<[^>]*>/giu;

/** Returns the sort field of a note, as Anki would work it out; other readers of packages rely on it being there. */
export function sortFieldOf(firstField: string): SortField {
  const text = firstField.replaceAll(PICTURE, " $1 ").replaceAll(UNSEEN, "");
  return { text, checksum: createHash("sha1").update(text).digest().readUInt32BE(0) };
}
