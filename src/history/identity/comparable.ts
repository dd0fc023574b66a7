/** The number that a line of a list begins with; what is left after NFKC of `1.`, `（2）`, `3、`, `四、`. */
const LIST_NUMBER = /^[ \t]*\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、:]+(?!\d)[ \t]*/gmu;

const ENDING = /[\s?？!！。.:…]+$/u;

/** Words of scripts that put spaces between them, or a run of a script that doesn't. */
const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[[\p{L}\p{M}\p{N}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv;

const SPACELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Returns a text as texts are compared: widths and cases are alike, and lists have no numbers. */
export function comparable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(LIST_NUMBER, "");
}

/** Returns what two comparable texts have in common that differ only in white space and in their final punctuation. */
export function keyOf(comparableText: string): string {
  return comparableText.replaceAll(/\s+/gu, " ").replace(ENDING, "").trim();
}

/**
 * Returns the tokens of a comparable text, repeated as often as they occur: words, and pairs of neighbouring characters
 * where words aren't set apart (single characters say too little there, and pairs of Latin letters are in every text).
 */
export function tokensOf(comparableText: string): readonly string[] {
  const tokens: string[] = [];
  for (const [run] of comparableText.matchAll(RUN)) {
    if (run.length > 1 && SPACELESS.test(run)) {
      for (let at = 1; at < run.length; at += 1) tokens.push(run.slice(at - 1, at + 1));
    } else tokens.push(run);
  }
  return tokens;
}
