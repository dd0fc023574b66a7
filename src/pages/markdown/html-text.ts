import { visibleText } from "../visible-text.ts";
import { pictureText } from "./picture-text.ts";

/** Entities that people write by hand; numbers are taken as they are. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ensp", " "],
  ["emsp", " "],
  ["copy", "©"],
  ["middot", "·"],
  ["hellip", "…"],
  ["mdash", "—"],
  ["ndash", "–"],
  ["larr", "←"],
  ["rarr", "→"],
  ["times", "×"],
  ["le", "≤"],
  ["ge", "≥"],
  ["ne", "≠"],
]);

/**
 * Returns the lines of a piece of HTML as text: tags and comments go, pictures are told, what the tags of lines and
 * items mean stays. Nothing of it steers a terminal.
 */
export function htmlLines(html: string): readonly string[] {
  const text = html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, "")
    .replaceAll(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, "")
    .replaceAll(/<img\b[^<>]*>/giu, imageText)
    .replaceAll(/<li\b[^<>]*>/giu, "\n· ")
    .replaceAll(/<\/t[dh]\s*>/giu, "  ")
    .replaceAll(/<(?:br|hr|\/?p|\/?div|\/?tr|\/?[uo]l|\/li|\/summary|\/h[1-6]|\/?pre)\b[^<>]*>/giu, "\n")
    .replaceAll(/<(?:[/!?]?[a-z][^<>]*|[!?][^<>]*)>/giu, "")
    .replaceAll(/<\/?[a-z][^<>]*$/giu, "");
  return visibleText(withoutEntities(text))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Returns what is told of the picture that a tag shows. */
export function imageText(tag: string): string {
  return pictureText(attributeOf(tag, "alt"), attributeOf(tag, "src"));
}

function attributeOf(tag: string, name: "alt" | "src"): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu").exec(tag);
  return withoutEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

function withoutEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0x10_ff_ff ? whole : String.fromCodePoint(code);
  });
}
