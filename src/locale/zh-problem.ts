import type { EncodingGuess, LeftOutRule, Problem } from "../base/problem.ts";
import type { ProblemWords } from "./messages.ts";
import { chineseExerciseProblem } from "./zh-exercise-problem.ts";

const LEFT_OUT: Readonly<Record<LeftOutRule, string>> = {
  "links-only": "里面只有链接",
  contents: "它是目录",
  "no-body": "下面没有内容",
  "holds-cards": "卡片在它的小节里",
  title: "它是文件的标题",
  dialogue: "它是一段对话",
  label: "它是栏目名，不是问题",
  unclear: "看不出它是问题，还是正文的一部分",
};

/** Returns a problem of the notes in Chinese. */
export function chineseProblem(problem: Problem): ProblemWords {
  switch (problem.code) {
    case "front-matter-broken":
      return words("front matter 应是 YAML 键值", `修改两行 --- 之间的内容：${problem.data.reason}`);
    case "front-matter-value":
    case "mark-value":
      return words(`${problem.data.key}=${allowed(problem.data.allowed)}`, `换掉“${problem.data.value}”`);
    case "mark-key":
      return words(
        `只能用这些键：${allowed(problem.data.allowed)}`,
        `改名或删去“${problem.data.key}”，标记里其余内容照常有效`,
      );
    case "mark-alone":
      return words("标记下面应有一张卡", "把标记放到问题的上一行，或者删掉它");
    case "id-duplicate":
      return words("编号不能重复", `“${problem.data.id}”已用在 ${at(problem.data.first)}，请换一个`);
    case "card-duplicate":
      return words(
        "同一个问题只写一次",
        `“${problem.data.prompt}”已在 ${at(problem.data.first)}，请删掉这里的，或给它一个编号`,
      );
    case "languages-differ":
      return words(
        "两种语言的类型、挖空数或选项数应一致",
        `让“${problem.data.id}”与 ${at(problem.data.other)} 对上`,
      );
    default:
      return contentWords(problem);
  }
}

type ContentProblem = Exclude<
  Problem,
  {
    readonly code:
      | "front-matter-broken"
      | "front-matter-value"
      | "mark-value"
      | "mark-key"
      | "mark-alone"
      | "id-duplicate"
      | "card-duplicate"
      | "languages-differ";
  }
>;

function contentWords(problem: ContentProblem): ProblemWords {
  switch (problem.code) {
    case "answer-missing":
      return words(`“${problem.data.prompt}”应有答案`, "把答案写在问题下面，或者留着以后再补");
    case "choice-undecided":
      return words(
        `应有对的也有错的选项，现在 ${problem.data.options} 个里有 ${problem.data.right} 个对的`,
        "对的选项写 [x]，其余写 [ ]",
      );
    case "cloze-missing":
      return words("应有挖空的内容", "用 ==...== 或 {{...}} 把要回忆的部分括起来");
    case "section-left-out":
      return words(`没有成卡：${LEFT_OUT[problem.data.rule]}`, "想让它成卡，就在它上一行写 <!-- card: -->");
    case "file-unreadable":
      return words("应是能读的文件", unreadableFix(problem.data.reason));
    case "file-too-large":
      return words(
        `最大 ${megabytes(problem.data.limit)}`,
        `请拆分文件，它有 ${megabytes(problem.data.bytes)}`,
      );
    case "file-binary":
      return words("应是文本", "把这个文件移出牌组");
    case "file-encoding":
      return words("应是 UTF-8", `请另存为 UTF-8，它看起来是 ${guessed(problem.data.guess)}`);
    case "link-loop":
      return words("链接应指向文件", "删掉这个链接，它绕回了上层文件夹");
    case "exercise-file-missing":
      return words("练习的文件夹应有这个文件", `补上 ${problem.data.path}`);
    case "exercise-section-missing":
      return words(`应有“${problem.data.section}”一节`, "补上这一节，标题用二级标题");
    case "exercise-header":
      return words("文件开头应说明它的用途", `在开头写一行 // ${problem.data.key}: ...`);
    case "deck-missing":
      return words("应是文件夹或文件", "检查路径");
    default:
      return chineseExerciseProblem(problem);
  }
}

function words(expected: string, fix: string): ProblemWords {
  return { expected, fix };
}

function allowed(values: readonly string[]): string {
  return values.join(" | ");
}

function at(place: { readonly file: string; readonly line: number }): string {
  return `${place.file}:${place.line}`;
}

function guessed(guess: EncodingGuess): string {
  return guess === "damaged UTF-8" ? "损坏的 UTF-8" : guess;
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
}

/** `reason` begins with what the system calls the error. */
function unreadableFix(reason: string): string {
  if (reason.startsWith("ENOENT")) return "这个链接什么也没指到，请改好或删掉";
  return reason.startsWith("E") ? `检查文件权限：${reason}` : `请把它移出牌组：${reason}`;
}
