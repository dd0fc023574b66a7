import { unreachable } from "../base/never.ts";
import type { ExerciseProblem } from "./exercise-problem.ts";
import type { ProblemWords } from "./messages.ts";

/** Returns a problem of an exercise in English. */
export function englishExerciseProblem(problem: ExerciseProblem): ProblemWords {
  switch (problem.code) {
    case "exercise-verdict":
      return words(
        `${problem.data.program}: ${problem.data.expected}`,
        `it comes to “${problem.data.actual}”: mend the program, or the check`,
      );
    case "exercise-hints-few":
      return words(
        `${problem.data.least} hints or more`,
        `there are ${problem.data.count}: add rungs to the ladder`,
      );
    case "exercise-hint-tells":
      return words(
        "no word of the solution before the last hint",
        `hint ${problem.data.rung} tells “${problem.data.token}”: describe it instead`,
      );
    case "exercise-diff-large":
      return words(
        `a solution that changes at most ${problem.data.most} lines of the job`,
        `it changes ${problem.data.lines}: bring the two closer`,
      );
    case "exercise-budget-tight":
      return words(
        "right runs that use at most half of budget.steps",
        `the longest takes ${problem.data.steps} of ${problem.data.budget} steps: raise the budget`,
      );
    case "exercise-picture-empty":
      return words(
        "a run that the broken job comes through, and that has something to show",
        `change seed, crash, at or the variation of ${problem.data.picture}; the picture stays as it is`,
      );
    case "exercise-picture-stale":
      return words(
        "the picture of a run of today",
        `redraw ${problem.data.picture}: sluice check --exercises --write`,
      );
    default:
      return partWords(problem);
  }
}

type PartProblem = Exclude<
  ExerciseProblem,
  {
    readonly code:
      | "exercise-verdict"
      | "exercise-hints-few"
      | "exercise-hint-tells"
      | "exercise-diff-large"
      | "exercise-budget-tight"
      | "exercise-picture-stale"
      | "exercise-picture-empty";
  }
>;

function partWords(problem: PartProblem): ProblemWords {
  switch (problem.code) {
    case "exercise-card-unknown":
      return words("cards that exist", `no card has the id “${problem.data.card}”: sluice cards lists them`);
    case "exercise-chapter-unknown":
      return words("a chapter that has cards", `no card is of chapter “${problem.data.chapter}”`);
    case "exercise-cause-options":
      return words(
        "four options, one of them right",
        `there are ${problem.data.options}, ${problem.data.right} right: mark the right one with [x]`,
      );
    case "exercise-symptom-large":
      return words(
        `a symptom of at most ${problem.data.most} rows at 80 columns`,
        `it takes ${problem.data.rows}: shorten it`,
      );
    case "exercise-text-missing":
      return words("a text in both languages", `write exercise.${problem.data.lang}.md`);
    case "exercise-file-stray":
      return words("nothing but the files of an exercise", `move or delete ${problem.data.path}`);
    case "exercise-folder-name":
      return words(`a folder named ${problem.data.id}-...`, "rename the folder, or change the id");
    case "exercise-checks-few":
      return words(
        `${problem.data.least} checks or more that hold for any input`,
        `there are ${problem.data.count}: known outputs can be copied`,
      );
    case "exercise-kinds-few":
      return words(
        "wrong fixes that serve as broken jobs and need another kind of fix",
        `all need “${problem.data.kind}”: begin a file of mutants/ with // variant: KIND`,
      );
    case "exercise-mutants-few":
      return words(
        `${problem.data.least} wrong fixes or more in mutants/`,
        `there are ${problem.data.count}`,
      );
    default:
      return unreachable(problem);
  }
}

function words(expected: string, fix: string): ProblemWords {
  return { expected, fix };
}
