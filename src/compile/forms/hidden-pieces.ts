import type { InlineText } from "../source/inline-text.ts";
import { maskCode } from "../source/inline-text.ts";

/** A piece of inline text that is hidden: from the first character of its marks up to the one behind the last. */
export interface HiddenPiece {
  /** The number that its marks give it; `null` if they give none. */
  readonly number: number | null;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly hint: string | null;
}

// Whole words on one line: `a==b` is code, `{{ .Values }}`, `{{#if}}` and `${{ env }}` are templates.
const HIGHLIGHT = String.raw`(?<![\w=])==(?![\s=])(?<marked>(?:[^\n=]|=(?!=))+?)(?<!\s)==(?![\w=])`;
const BRACES = String.raw`(?<!\$)\{\{(?!\s*[.#/>!%$&*{-])(?<braced>(?:(?!\}\}|\{\{)[^\n])+?)\}\}`;
const EITHER = new RegExp(`${HIGHLIGHT}|${BRACES}`, "gu");

const NUMBERED = /^c(\d{1,3})::(.+?)(?:::(.*))?$/s;
const TEMPLATE = /^\s[a-z_][\w.]*(?:\s*\|.*)?\s$/;

/** Returns the pieces of inline text that are hidden by `==x==`, `{{x}}` or `{{c1::x::hint}}`; within code nothing is. */
export function hiddenPieces(inline: InlineText): readonly HiddenPiece[] {
  if (!inline.text.includes("==") && !inline.text.includes("{{")) return [];
  return [...maskCode(inline).matchAll(EITHER)].flatMap((found) => {
    const [from, to] = [found.index, found.index + found[0].length];
    const inner = inline.text.slice(from + 2, to - 2);
    return found.groups?.["braced"] !== undefined && TEMPLATE.test(inner) ? [] : [pieceOf(inner, from, to)];
  });
}

function pieceOf(inner: string, from: number, to: number): HiddenPiece {
  const numbered = NUMBERED.exec(inner);
  if (numbered?.[1] === undefined || numbered[2] === undefined) {
    return { number: null, from, to, text: inner.trim(), hint: null };
  }
  const hint = numbered[3]?.trim() ?? "";
  return { number: Number(numbered[1]), from, to, text: numbered[2].trim(), hint: hint === "" ? null : hint };
}
