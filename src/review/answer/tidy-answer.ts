/** Signs that close an answer as a sentence, or quote it, and say nothing themselves. */
const BEHIND: ReadonlySet<string> = new Set(" .,;:!?。．，、；：！？…'\"`“”‘’「」『』");
/** The same before an answer. A full stop there may belong to it (`.5`, `.env`), and so may `!` (`!=`). */
const BEFORE: ReadonlySet<string> = new Set(" 。，、；：！？…'\"`“”‘’「」『』");

const RAISED = /[⁰¹²³⁴-⁹]+/gu;
/** The brackets of a call without arguments. */
const CALL = /(?<=[\p{L}\p{N}_])\( ?\)$/u;
/** A gap beside a sign that parts by itself, or beside a Chinese character. */
const NEEDLESS = / (?=[=:,;()[\]{}<>\p{Script=Han}])|(?<=[=:,;()[\]{}<>\p{Script=Han}]) /gu;

/**
 * Returns an answer without what is of no account in one that is typed: full or half width, the width of gaps, gaps
 * that part nothing, the signs that end or quote a sentence. An answer that is nothing but signs keeps them.
 */
export function tidyAnswer(text: string): string {
  return bareOf(text.replaceAll(/\s+/gu, " "))
    .replaceAll(RAISED, "^$&")
    .normalize("NFKC")
    .replace(CALL, "")
    .replaceAll(NEEDLESS, "")
    .trim();
}

function bareOf(text: string): string {
  let end = text.length;
  while (end > 0 && BEHIND.has(text.charAt(end - 1))) end -= 1;
  let start = 0;
  while (start < end && BEFORE.has(text.charAt(start))) start += 1;
  return start === end ? text : text.slice(start, end);
}
