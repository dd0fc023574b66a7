import { lockedRegions } from "../../src/exercise/locked-regions.ts";

/** A solution with one thing changed. */
export interface Mutation {
  /** What was changed, and where: `line 12: < to <=`. */
  readonly says: string;
  readonly text: string;
}

/** Returns what a line can become, and what was done to it; `null` in place of a line takes it away. */
type Operator = (line: string) => readonly (readonly [what: string, line: string | null])[];

/** What somebody can get wrong by a word. */
const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/ < /u, " <= "],
  [/ <= /u, " < "],
  [/ > /u, " >= "],
  [/ >= /u, " > "],
  [/ === /u, " !== "],
  [/ !== /u, " === "],
  [/ \+ /u, " - "],
  [/ - /u, " + "],
  [/ && /u, " || "],
  [/ \|\| /u, " && "],
  [/\btrue\b/u, "false"],
  [/\bfalse\b/u, "true"],
  [/\bpreCommit\b/u, "commit"],
  [/\bcommit: \(/u, "preCommit: ("],
  [/\bEventTime/u, "ProcessingTime"],
  [/\bforMonotonousTimestamps\b/u, "noWatermarks"],
];

const swap: Operator = (line) =>
  SWAPS.flatMap(([from, to]) =>
    from.test(line) ? [[`${from.source} to${to}`, line.replace(from, to)] as const] : [],
  );

const negate: Operator = (line) => {
  const [, head, condition, rest] =
    /^(\s*(?:\} else )?if \()(.*)(\)(?: \{| return.*;| continue;)?)$/u.exec(line) ?? [];
  return condition === undefined ? [] : [["negated", `${head}!(${condition})${rest}`]];
};

const offByOne: Operator = (line) =>
  [...line.matchAll(/(?<![\w.])\d[\d_]*(?![\w.])/gu)].map(({ 0: digits, index }) => {
    const number = Number(digits.replaceAll("_", ""));
    const [what, other] = number > 12 ? ["halved", Math.floor(number / 2)] : ["+ 1", number + 1];
    return [`${digits} ${what}`, line.slice(0, index) + String(other) + line.slice(index + digits.length)];
  });

/** A function that is handed over does nothing. */
const doNothing: Operator = (line) => {
  const [, head, tail] = /^(\s*\w+: )\(.*\) => (?!\{\}|\{$).+?(,)?$/u.exec(line) ?? [];
  return head === undefined ? [] : [["does nothing", `${head}() => {}${tail ?? ""}`]];
};

/** Statements, and calls in a chain; what only names things does nothing, and what stands alone can't go. */
const remove: Operator = (line) => {
  if (/\.(?:name|uid|setDescription)\(/u.test(line) || !isBalanced(line)) return [];
  if (/^\s*\.\w+\(.*\)$/u.test(line)) return [["call taken away", null]];
  if (/^\s*\.\w+\(.*\);$/u.test(line)) return [["call taken away", ";"]];
  return /^\s+(?!return|const|let|import|export)[\w.#]+(?:\(|\.| = |\?\.).*;$/u.test(line)
    ? [["statement taken away", null]]
    : [];
};

const OPERATORS: readonly Operator[] = [swap, negate, offByOne, doNothing, remove];

/** Returns all mutations of a solution, outside of what is locked and of comments. */
export function mutationsOf(solution: string): readonly Mutation[] {
  const lines = solution.split("\n");
  const free = freeLines(solution, lines);
  return lines.flatMap((line, index) => {
    if (!free(index) || /^\s*(?:\/\/|\/?\*|import\b|export (?:type|interface)\b)/u.test(line)) return [];
    return OPERATORS.flatMap((operator) => operator(line)).map(([what, changed]) => ({
      says: `line ${index + 1}, ${what}: ${line.trim()}`,
      text: lines.toSpliced(index, 1, ...(changed === null ? [] : [changed])).join("\n"),
    }));
  });
}

function freeLines(text: string, lines: readonly string[]): (index: number) => boolean {
  const locked = new Set<number>();
  for (const { line, text: region } of lockedRegions(text)) {
    for (let at = line - 1; at < line + region.split("\n").length && at < lines.length; at++) locked.add(at);
  }
  return (index) => !locked.has(index);
}

function isBalanced(line: string): boolean {
  const count = (letters: string): number => [...line].filter((letter) => letters.includes(letter)).length;
  return count("([{") === count(")]}");
}
