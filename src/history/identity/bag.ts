import { FUNCTION_WORDS } from "./function-words.ts";

/** The tokens of a text as numbers, in ascending order, repeated as often as they occur. */
export type Bag = Uint32Array;

/** A token that so many texts have, and so large a share of them, says little of what a text is about. */
const COMMON = 3;
const COMMON_SHARE = 0.04;
/** How much such a token counts; every other counts 1. */
const LITTLE = 0.1;

/** Gives tokens numbers, the same one for the same token, and knows how common they are. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  /** Those of two characters, by both codes: most tokens of Chinese are, and a number is found sooner than a text. */
  readonly #pairs = new Map<number, number>();
  readonly #texts: number[] = [];
  #counted = 0;

  /** Returns tokens as a bag. */
  bagOf(tokens: readonly string[]): Bag {
    const bag = new Uint32Array(tokens.length);
    for (let index = 0; index < tokens.length; index += 1) bag[index] = this.#numberOf(tokens[index] ?? "");
    return bag.sort();
  }

  /** Counts a text, to know how common its tokens are. */
  count(bag: Bag): void {
    this.#counted += 1;
    let last = -1;
    for (const token of bag) {
      if (token !== last) this.#texts[token] = (this.#texts[token] ?? 0) + 1;
      last = token;
    }
  }

  /** Returns how much each token says, by the texts counted; words that are in any text say little. */
  weights(): Weights {
    const common = Math.max(COMMON, this.#counted * COMMON_SHARE);
    const weights = Float64Array.from({ length: this.#size }, (_, token) =>
      (this.#texts[token] ?? 0) >= common ? LITTLE : 1,
    );
    for (const word of FUNCTION_WORDS) {
      const token = this.#known(word);
      if (token !== undefined) weights[token] = LITTLE;
    }
    return new Weights(weights);
  }

  get #size(): number {
    return this.#numbers.size + this.#pairs.size;
  }

  #numberOf(token: string): number {
    const known = this.#known(token);
    if (known !== undefined) return known;
    const number = this.#size;
    if (token.length === 2) this.#pairs.set(codeOf(token), number);
    else this.#numbers.set(token, number);
    return number;
  }

  #known(token: string): number | undefined {
    return token.length === 2 ? this.#pairs.get(codeOf(token)) : this.#numbers.get(token);
  }
}

/** Returns both UTF-16 units of a text as one number. */
function codeOf(pair: string): number {
  return pair.charCodeAt(0) * 0x10000 + pair.charCodeAt(1);
}

/** How much tokens say of what a text is about. Texts are weighed once, however often they are compared. */
export class Weights {
  readonly #ofTokens: Float64Array;
  readonly #sums = new Map<Bag, number>();

  /** `ofTokens` = how much each token says, by its number; one that came later counts 1. */
  constructor(ofTokens: Float64Array) {
    this.#ofTokens = ofTokens;
  }

  /** Returns how much the tokens of a bag say together. */
  sumOf(bag: Bag): number {
    const known = this.#sums.get(bag);
    if (known !== undefined) return known;
    let sum = 0;
    for (const token of bag) sum += this.#ofTokens[token] ?? 1;
    this.#sums.set(bag, sum);
    return sum;
  }

  /** Returns how much the tokens say that two bags share. */
  sharedBy(one: Bag, other: Bag): number {
    const weights = this.#ofTokens;
    let sum = 0;
    let [i, j] = [0, 0];
    while (i < one.length && j < other.length) {
      const token = one[i] ?? 0;
      const order = token - (other[j] ?? 0);
      if (order === 0) sum += weights[token] ?? 1;
      if (order <= 0) i += 1;
      if (order >= 0) j += 1;
    }
    return sum;
  }
}

/**
 * Returns how alike two bags are, from 0 to 1: twice what they share over what they hold (Dice's coefficient of weighted
 * multisets). Two empty ones are alike.
 */
export function dice(one: Bag, other: Bag, weights: Weights): number {
  const held = weights.sumOf(one) + weights.sumOf(other);
  return held === 0 ? 1 : (2 * weights.sharedBy(one, other)) / held;
}
