import { severityOf, type Place, type Problem } from "../base/problem.ts";
import type { Messages, ProblemWords } from "../locale/messages.ts";
import { padRow, row, rowText } from "../pages/row.ts";
import { visibleLine, visibleText } from "../pages/visible-text.ts";

type Stub = Extract<Problem, { readonly code: "answer-missing" }>;
type Duplicate = Extract<Problem, { readonly code: "card-duplicate" }>;

/** Fewer questions that two files share are told one by one. */
const MANY = 4;

/**
 * Returns what is wrong with notes as lines for people: the questions without an answer file by file, then errors and
 * warnings one by one, then the files that repeat another, once each. What rules left out is not told.
 */
export function problemLines(words: Messages, problems: readonly Problem[]): readonly string[] {
  const stubs = problems.flatMap((problem) => (problem.code === "answer-missing" ? problem : []));
  const copies = copiesIn(problems);
  const repeated: ReadonlySet<Problem> = new Set(copies.flat());
  const others = problems.filter(
    (problem) =>
      severityOf(problem) !== "info" && problem.code !== "answer-missing" && !repeated.has(problem),
  );
  return [
    ...stubLines(words, stubs),
    ...others.flatMap((problem) => linesOf(words, problem, words.problem(problem))),
    ...copies.flatMap((copy) => copyLines(words, copy)),
  ];
}

/** A question without an answer needs no more than its place and its words: there may be hundreds of them. */
function stubLines({ check }: Messages, stubs: readonly Stub[]): readonly string[] {
  if (stubs.length === 0) return [];
  const files = [...Map.groupBy(stubs, ({ place }) => place.file).values()];
  const lines = files.flatMap((inFile) => [
    ...inFile.map(({ place, data }) => {
      const prompt = padRow(row(`${textOf(place)}  `), 24);
      return rowText([...prompt, ...row(visibleLine(data.prompt))]).trimEnd();
    }),
    "",
  ]);
  return [...lines, check.stubs(stubs.length)];
}

/** Returns the questions that one file has from another, if they are many: then it is a copy, as the README of another folder is. */
function copiesIn(problems: readonly Problem[]): readonly (readonly Duplicate[])[] {
  const duplicates = problems.flatMap((problem) => (problem.code === "card-duplicate" ? problem : []));
  const pairs = Map.groupBy(duplicates, ({ place, data }) => JSON.stringify([place.file, data.first.file]));
  return [...pairs.values()].filter(
    ([one, ...more]) => one?.place.file !== one?.data.first.file && more.length + 1 >= MANY,
  );
}

function copyLines(words: Messages, copy: readonly Duplicate[]): readonly string[] {
  const [first] = copy;
  if (first === undefined) return [];
  const { expected } = words.problem(first);
  const fix = words.check.copied({ questions: copy.length, original: first.data.first.file });
  return linesOf(words, first, { expected, fix });
}

function linesOf({ check }: Messages, problem: Problem, { expected, fix }: ProblemWords): readonly string[] {
  return [
    `${textOf(problem.place)} ${check.severity[severityOf(problem)]} ${problem.code}`,
    `  ${check.expected}${visibleText(expected)}`,
    `  ${check.fix}${visibleText(fix)}`,
  ];
}

function textOf({ file, line, column }: Place): string {
  return `${visibleLine(file)}:${line}:${column}`;
}
