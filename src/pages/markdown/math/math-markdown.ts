import { mathText } from "./math-text.ts";

/** A fence of code, with what it encloses; a piece of code; an escaped character: nothing in them is a formula. */
const CODE = String.raw`(?<code>^[ \t>]*(?<fence>${"`"}{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\k<fence>|$(?![\s\S]))|(?<ticks>${"`"}+)(?!${"`"})[\s\S]*?[^${"`"}]\k<ticks>(?!${"`"})|\\[\s\S])`;
/** A formula on lines of its own: what stands in front of them is the mark of a quote, or the room of an item. */
const DISPLAYED = String.raw`(?<=^(?<frame>[ \t>]*))\$\$(?<displayed>(?:(?!\$\$|\n[ \t>]*\n)[\s\S])+)\$\$[ \t]*$`;
/** A formula in a line. As on GitHub, a dollar with a space inside of it, or a digit behind, is money. */
const INLINE = String.raw`\$\$(?<double>[^$\n]+)\$\$|\$(?![\s\d.,]*\$)(?<single>[^$\s\n](?:[^$\n]*[^$\s\\])?)\$(?![A-Za-z0-9])`;
const EITHER = new RegExp(`${CODE}|${DISPLAYED}|${INLINE}`, "gmu");

/** Looks like a formula: it has a command, an index, an operator, or is a letter or two. */
const FORMULA = /[\\^_=<>+*/|()-]|^[A-Za-z]{1,2}$|^[\d.]+[A-Za-z%]?$/u;

/**
 * Returns Markdown in which formulas can be read in a terminal: `$x_1 \le n$` is `x₁ ≤ n`, and one on lines of its own
 * is a fence of `math`, for whoever draws it. What stands in code stays.
 */
export function withReadableMath(markdown: string): string {
  if (!markdown.includes("$")) return markdown;
  return markdown.replaceAll(EITHER, (whole, ...rest) => {
    const { displayed, frame, double, single } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (displayed !== undefined) return fenced(displayed, frame ?? "");
    const formula = double ?? single;
    return formula === undefined || !FORMULA.test(formula) ? whole : escaped(mathText(formula));
  });
}

/** A fence ends a paragraph by itself; each of its lines needs the marks in front of it. */
function fenced(formula: string, frame: string): string {
  const lines = formula.split("\n").map((line) => line.replace(/^[ \t>]*/u, ""));
  return ["```math", ...lines, "```"].join(`\n${frame}`);
}

/** Returns a text of which nothing is Markdown. */
function escaped(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);
}
