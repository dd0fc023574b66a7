const DIGITS: ReadonlyMap<string, number> = new Map(
  [..."零一二三四五六七八九"].map((sign, digit) => [sign, digit] as const),
)
  .set("〇", 0)
  .set("两", 2);

/** The powers of ten that are words of their own, by their exponents. */
export const PLACES: ReadonlyMap<string, number> = new Map([
  ["十", 1],
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["亿", 8],
]);

const NUMERAL =
  /^(?<whole>[零〇一二两三四五六七八九十百千万亿]+)(?:点(?<fraction>[零〇一二三四五六七八九]+))?/u;

/** Returns a text that begins with a number in Chinese numerals, such as `一百零三` or `二〇二四`, with that in figures. */
export function withFigures(text: string): string {
  return text.replace(NUMERAL, (_, whole: string, fraction: string | undefined) =>
    fraction === undefined ? String(numeralValue(whole)) : `${numeralValue(whole)}.${digitsOf(fraction)}`,
  );
}

function digitsOf(numeral: string): string {
  return [...numeral].map((sign) => DIGITS.get(sign) ?? "").join("");
}

/**
 * Returns the value of a Chinese numeral: digits with their places, or digits alone as they stand in a year. A last
 * digit without its place has the next lower one (`一百五` = 150), unless `零` says that places are left out.
 */
function numeralValue(numeral: string): number {
  const signs = [...numeral];
  if (signs.length > 1 && signs.every((sign) => DIGITS.has(sign))) return Number(digitsOf(numeral));
  let read: Read = { total: 0, section: 0, digit: 0, lastPlace: 1 };
  for (const sign of signs) {
    const place = PLACES.get(sign);
    const digit = DIGITS.get(sign) ?? 0;
    if (place !== undefined) read = withPlace(read, place);
    else read = { ...read, digit, lastPlace: digit === 0 ? 1 : read.lastPlace };
  }
  return read.total + read.section + read.digit * 10 ** (read.lastPlace - 1);
}

/** How far a numeral is read. */
interface Read {
  readonly total: number;
  /** What has been read since the last `万` or `亿`. */
  readonly section: number;
  /** The digit whose place comes next. */
  readonly digit: number;
  readonly lastPlace: number;
}

/** A place without a digit before it has the digit one: `十`, `万`. */
function withPlace({ total, section, digit }: Read, place: number): Read {
  const power = 10 ** place;
  const read = { digit: 0, lastPlace: place };
  if (place < 4) return { ...read, total, section: section + (digit === 0 ? 1 : digit) * power };
  if (place === 8) return { ...read, total: Math.max(1, total + section + digit) * power, section: 0 };
  return { ...read, total: total + Math.max(1, section + digit) * power, section: 0 };
}
