import { unreachable } from "../base/never.ts";
import type { ExerciseProblem } from "./exercise-problem.ts";
import type { ProblemWords } from "./messages.ts";

/** Returns a problem of an exercise in Chinese. */
export function chineseExerciseProblem(problem: ExerciseProblem): ProblemWords {
  switch (problem.code) {
    case "exercise-verdict":
      return words(
        `${problem.data.program} 应得到：${problem.data.expected}`,
        `现在得到“${problem.data.actual}”：改程序，或者改检查`,
      );
    case "exercise-hints-few":
      return words(`至少 ${problem.data.least} 级提示`, `现在有 ${problem.data.count} 级：再补几级`);
    case "exercise-hint-tells":
      return words(
        "最后一级提示之前不出现答案里的词",
        `第 ${problem.data.rung} 级提示写出了“${problem.data.token}”：换成描述`,
      );
    case "exercise-diff-large":
      return words(
        `答案最多改动作业的 ${problem.data.most} 行`,
        `现在改动 ${problem.data.lines} 行：让两者更接近`,
      );
    case "exercise-budget-tight":
      return words(
        "正确的运行最多用掉 budget.steps 的一半",
        `最长的一次用了 ${problem.data.budget} 步中的 ${problem.data.steps} 步：调高预算`,
      );
    case "exercise-picture-empty":
      return words(
        "这张图要求的运行应能跑完，而且有东西可画",
        `改 ${problem.data.picture} 的 seed、crash、at 或变体；图保持原样`,
      );
    case "exercise-picture-stale":
      return words(
        "图应来自现在的一次运行",
        `重画 ${problem.data.picture}：sluice check --exercises --write`,
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
      return words("应是存在的卡片", `没有 id 为“${problem.data.card}”的卡片：用 sluice cards 查看`);
    case "exercise-chapter-unknown":
      return words("应是有卡片的章节", `没有卡片属于章节“${problem.data.chapter}”`);
    case "exercise-cause-options":
      return words(
        "应有四个选项，其中一个正确",
        `现在有 ${problem.data.options} 个，正确的有 ${problem.data.right} 个：正确的写 [x]`,
      );
    case "exercise-symptom-large":
      return words(`80 列时症状最多 ${problem.data.most} 行`, `现在有 ${problem.data.rows} 行：请缩短`);
    case "exercise-text-missing":
      return words("应有中英两种文字", `补上 exercise.${problem.data.lang}.md`);
    case "exercise-file-stray":
      return words("文件夹里应只有练习的文件", `移走或删除 ${problem.data.path}`);
    case "exercise-folder-name":
      return words(`文件夹应以 ${problem.data.id}- 开头`, "给文件夹改名，或者改 id");
    case "exercise-checks-few":
      return words(
        `至少 ${problem.data.least} 条对任何输入都成立的检查`,
        `现在有 ${problem.data.count} 条：已知的输出可以照抄`,
      );
    case "exercise-kinds-few":
      return words(
        "错误的修法里应有能当题目的，且需要另一类修法",
        `现在都是“${problem.data.kind}”：在 mutants/ 的一个文件开头写 // variant: KIND`,
      );
    case "exercise-mutants-few":
      return words(`mutants/ 里至少 ${problem.data.least} 个错误的修法`, `现在有 ${problem.data.count} 个`);
    default:
      return unreachable(problem);
  }
}

function words(expected: string, fix: string): ProblemWords {
  return { expected, fix };
}
