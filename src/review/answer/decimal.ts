import { PLACES, withFigures } from "./chinese-numeral.ts";

/** A number, exact however many digits it has. */
export interface Decimal {
  readonly sign: "" | "-";
  /** Neither the first nor the last is a nought; `""` for nought itself. */
  readonly digits: string;
  /** The power of ten by which the digits are multiplied. */
  readonly exponent: number;
}

/** A number at the beginning of a text, and what stands behind it. */
export interface ReadDecimal {
  readonly decimal: Decimal;
  readonly rest: string;
}

const SIGN = /^[-+−负]\s*/u;
const FIGURES = /^(?:\d{1,3}(?:[,_' ]\d{3})+(?!\d)|\d*)(?:\.\d+)?(?:e[-+]?\d{1,6})?/iu;
/** Powers of ten behind figures (`1.5 万`), unless they are a piece of a unit. */
const TIMES = /^ ?(?!千(?:克|米|字节)|百分)[十百千万亿]+/u;

/**
 * Returns the number that `text` begins with: in figures, with or without thousands parted, or in Chinese numerals;
 * `null` if it begins with none.
 */
export function readDecimal(text: string): ReadDecimal | null {
  const [sign, unsigned] = cutBehind(SIGN, text);
  const [figures, behind] = cutBehind(FIGURES, withFigures(unsigned));
  if (!/^[\d.]/u.test(figures)) return null;
  const [times, rest] = cutBehind(TIMES, behind);
  const decimal = decimalOf(figures.toLowerCase(), powerOf(times));
  return { decimal: /^[-−负]/u.test(sign) ? negative(decimal) : decimal, rest };
}

function cutBehind(pattern: RegExp, text: string): readonly [match: string, rest: string] {
  const match = pattern.exec(text)?.[0] ?? "";
  return [match, text.slice(match.length)];
}

function decimalOf(figures: string, power: number): Decimal {
  const [mantissa = "", exponent = ""] = figures.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replaceAll(/\D/gu, "").replace(/^0+/u, "");
  const significant = digits.replace(/0+$/u, "");
  if (significant === "") return { sign: "", digits: "", exponent: 0 };
  const shift = digits.length - significant.length - fraction.length;
  return { sign: "", digits: significant, exponent: Number(exponent) + shift + power };
}

function negative(decimal: Decimal): Decimal {
  return decimal.digits === "" ? decimal : { ...decimal, sign: "-" };
}

function powerOf(times: string): number {
  return [...times].reduce((sum, place) => sum + (PLACES.get(place) ?? 0), 0);
}

/** Tells whether two numbers are the same. */
export function sameDecimal(one: Decimal, other: Decimal): boolean {
  return one.sign === other.sign && one.digits === other.digits && one.exponent === other.exponent;
}
