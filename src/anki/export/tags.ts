import type { Card } from "../../card/card.ts";

/** Longer tags are cut. */
const LONGEST = 100;

/** What Anki takes for the end of a tag, or drops: white space, control characters, and the quotes of its searches. */
const UNFIT = /[\s\p{Cc}"]+/gu;

/** Returns the tags of a card's note: those of the notes, and its level and kind where they say something. */
export function tagsOf({ tags, level, kind }: Card): readonly string[] {
  const all = [
    ...tags,
    ...(level === null ? [] : [`level::${level}`]),
    ...(kind === "exercise" || kind === "error" ? ["类型::修复"] : []),
  ];
  return distinct(all.map(cleaned).filter((tag) => tag !== ""));
}

function cleaned(tag: string): string {
  const parts = tag.normalize("NFC").trim().replaceAll(UNFIT, "_").split("::");
  // Anki calls an empty part of a tag "blank".
  return parts
    .filter((part) => part !== "")
    .join("::")
    .slice(0, LONGEST);
}

/** Anki takes tags that differ in case only for one. */
function distinct(tags: readonly string[]): readonly string[] {
  const byFolded = new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag]));
  return [...byFolded.values()].toSorted();
}
