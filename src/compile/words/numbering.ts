/** The number that a heading or a line begins with. */
export interface Numbering {
  /** How many characters it takes, with the space behind it. */
  readonly length: number;
  /** Its digits or numerals without what surrounds them: `3`, `三`, `2.1`. */
  readonly number: string;
  /** How it is written, to tell one series from another: `3.` and `4.` are written alike, `(3)` and `三、` are not. */
  readonly style: string;
}

/** A Chinese numeral up to 百, as a pattern. */
export const NUMERAL = "[零〇一二三四五六七八九十百]{1,5}";
const DIGITS = "\\d{1,3}";

// Each has the number as its first group. The order matters: the first that fits is taken.
const STYLES: readonly (readonly [style: string, pattern: RegExp])[] = [
  ["第", new RegExp(`^第\\s*(${DIGITS}|${NUMERAL})\\s*(?:个问题|[题问章节讲])\\s*[:：、.．，,]?\\s*`, "u")],
  ["()", new RegExp(`^[(（【\\[]\\s*(${DIGITS}|${NUMERAL})\\s*[)）】\\]]\\s*[、.．:：]?\\s*`, "u")],
  ["Q", /^(?:q|question|问题?|题目?)[\s.#]*(\d{1,4})(?:\s*[.:：、．)）-]+\s*|\s+)/iu],
  ["一、", new RegExp(`^(${NUMERAL})\\s*(?:[、．:：)）]|\\.)\\s*`, "u")],
  ["①", /^([①-⑳])\s*/u],
  ["1.1", /^(\d{1,2}(?:\.\d{1,3}){1,4})(?:\.?\s+|[、．]\s*|\.?(?=\p{Script=Han})|\.(?=\p{Lu}))/u],
  ["1)", /^(\d{1,4})['’]{0,2}\s*[)）][、．。)）:：]*\.?(?!\d)\s*/u],
  ["1、", /^(\d{1,4})['’]{0,2}\s*[、．。:：][、．。)）:：]*\.?(?!\d)\s*/u],
  ["1.", /^(\d{1,4})(?:['’]{0,2}\.[)）、]?(?!\d|x\b|X\b)\s*| \.\s+)/u],
  ["1 ", /^(\d{1,3})\s+(?=[\p{L}@*_`（(])/u],
  ["#", /^#(\d{1,4})[.:：、)]?\s+/u],
];

/** Returns the number that `text` begins with, `null` if there is none or nothing stands behind it. */
export function numberingOf(text: string): Numbering | null {
  for (const [style, pattern] of STYLES) {
    const found = pattern.exec(text);
    if (found?.[1] === undefined) continue;
    return found[0].length === text.length ? null : { length: found[0].length, number: found[1], style };
  }
  return null;
}

/** Returns what a number has in common with all of its series: how it is written, and for `2.1` and `2.2` their `2`. */
export function seriesOf({ style, number }: Numbering): string {
  const dot = number.lastIndexOf(".");
  return dot === -1 ? style : `${style} ${number.slice(0, dot)}`;
}

/** Returns where in its series a number stands. */
export function ordinalOf({ style, number }: Numbering): number {
  if (style === "①") return (number.codePointAt(0) ?? 0) - 0x2460 + 1;
  const digits = Number(number.slice(number.lastIndexOf(".") + 1));
  return Number.isNaN(digits) ? ordinalOfNumeral(number) : digits;
}

/** Returns how deep a number stands where several kinds are mixed: `第 1 章` above `一、` above `1.` above `1.1`. */
export function depthOf({ style, number }: Numbering): number {
  if (style === "第") return 0;
  return style === "一、" ? 1 : 2 + number.split(".").length;
}

const NUMERALS = "零一二三四五六七八九";

/** Reads a numeral up to 百: `三` is 3, `十二` is 12, `一百零五` is 105. */
function ordinalOfNumeral(numeral: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of numeral) {
    const unit = character === "十" ? 10 : character === "百" ? 100 : 0;
    if (unit > 0) sum += (digit || 1) * unit;
    digit = unit > 0 ? 0 : Math.max(0, NUMERALS.indexOf(character));
  }
  return sum + digit;
}
