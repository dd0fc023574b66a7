import { readDecimal, sameDecimal, type Decimal } from "./decimal.ts";
import { tidyAnswer } from "./tidy-answer.ts";
import { sameUnit } from "./units.ts";

/** A number and what is counted by it. */
interface Quantity {
  readonly decimal: Decimal;
  /** `""` if none is given. */
  readonly unit: string;
}

/** No number that is asked for is longer; what is longer is text. */
const LONGEST = 60;

const UNIT = /^[\p{L}\p{Sc}%‰°/ ]*$/u;
/** Words behind a number that make another number of it, or more than one. */
const NO_UNIT =
  /[多余半或到至零〇一二两三四五六七八九]|以上|以下|以内|左右|上下|\b(?:about|and|at|less|more|or|over|plus|than|to|under|up)\b/iu;
/** A unit, kilobytes, or a thousand, but never nothing. */
const KILO = /^k$/iu;

/**
 * Tells whether two texts are the same number of the same things. A unit may be left out of either, for the question
 * has it; a different unit makes a different answer, even if the one may be converted into the other.
 */
export function sameQuantity(one: string, other: string): boolean {
  const others = readingsOf(other);
  return readingsOf(one).some((left) =>
    others.some((right) => sameDecimal(left.decimal, right.decimal) && fit(left.unit, right.unit)),
  );
}

function fit(one: string, other: string): boolean {
  return one === "" || other === "" ? !KILO.test(one + other) : sameUnit(one, other);
}

/** Returns what a text may mean as a number of things; nothing if it isn't one. */
function readingsOf(text: string): readonly Quantity[] {
  const tidy = tidyAnswer(text);
  const read = tidy.length > LONGEST ? null : readDecimal(tidy);
  if (read === null) return [];
  const { decimal } = read;
  const unit = read.rest.trim();
  if (!UNIT.test(unit) || NO_UNIT.test(unit)) return [];
  const thousands = { ...decimal, exponent: decimal.exponent + 3 };
  return KILO.test(unit)
    ? [
        { decimal, unit },
        { decimal: thousands, unit: "" },
      ]
    : [{ decimal, unit }];
}
