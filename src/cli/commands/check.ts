import { severityOf, type Problem, type Severity } from "../../base/problem.ts";
import type { LoadedDeck } from "../../store/load-deck.ts";
import { DONE, isGiven, NOT_RIGHT, printJson, type Command } from "../command.ts";
import { deckPaths, loadedDeck, type Context } from "../context.ts";

/** `sluice check [PATH...]`: what is wrong with notes, and where. */
export const check: Command = {
  name: "check",
  options: [],
  words: Number.POSITIVE_INFINITY,
  run: async (context, paths) => {
    const loaded = await loadedDeck(context, paths.length > 0 ? paths : deckPaths(context));
    if (isGiven(context, "json")) printJson(context, jsonOf(context, loaded));
    else printForPeople(context, loaded);
    return count(loaded.problems, "error") > 0 ? NOT_RIGHT : DONE;
  },
};

function jsonOf(
  { words }: Context,
  { files, deck, problems }: LoadedDeck,
): Readonly<Record<string, unknown>> {
  return {
    files,
    cards: deck.cards.length,
    problems: problems.map((problem) => ({
      code: problem.code,
      severity: severityOf(problem),
      ...problem.place,
      ...words.problem(problem),
    })),
  };
}

/** People get errors and warnings one by one; questions without an answer and what rules left out are counted. */
function printForPeople({ terminal, words }: Context, { files, deck, problems }: LoadedDeck): void {
  const told = problems.filter(
    (problem) => severityOf(problem) !== "info" && problem.code !== "answer-missing",
  );
  for (const problem of told) {
    const { file, line, column } = problem.place;
    const { expected, fix } = words.problem(problem);
    terminal.print(`${file}:${line}:${column} ${words.check.severity[severityOf(problem)]} ${problem.code}`);
    terminal.print(`  ${words.check.expected}${expected}`);
    terminal.print(`  ${words.check.fix}${fix}`);
  }
  const stubs = problems.filter((problem) => problem.code === "answer-missing").length;
  if (stubs > 0) terminal.print(words.check.stubs(stubs));
  terminal.print(
    words.check.summary({
      files,
      cards: deck.cards.length,
      errors: count(problems, "error"),
      warnings: count(problems, "warning"),
      left: count(problems, "info"),
    }),
  );
}

function count(problems: readonly Problem[], severity: Severity): number {
  return problems.filter((problem) => severityOf(problem) === severity).length;
}
