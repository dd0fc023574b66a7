/** What is wrong with a command line. */
export type Misuse =
  | { readonly fault: "command-missing" | "file-missing" }
  | { readonly fault: "command-unknown" | "word-unknown" | "language-unknown"; readonly given: string }
  | { readonly fault: "option-unknown" | "value-missing" | "value-unwanted"; readonly option: string }
  | { readonly fault: "not-a-number"; readonly option: string; readonly given: string };

const HELP_COMMAND = "npm run -s engine -- --help";

/** Says in English what is wrong with a command line, and where to read on. */
export function englishMisuse(misuse: Misuse): string {
  return `${inEnglish(misuse)} ${HELP_COMMAND} tells how it is used.`;
}

function inEnglish(misuse: Misuse): string {
  switch (misuse.fault) {
    case "command-missing":
      return "There is no command: run JOB.ts is one.";
    case "file-missing":
      return "run needs the file of a job: run JOB.ts.";
    case "command-unknown":
      return `There is no command “${misuse.given}”.`;
    case "word-unknown":
      return `One job file at a time: “${misuse.given}” is one too many.`;
    case "language-unknown":
      return `--lang takes zh or en, not “${misuse.given}”.`;
    case "option-unknown":
      return `There is no option “${misuse.option}”.`;
    case "value-missing":
      return `${misuse.option} needs a value.`;
    case "value-unwanted":
      return `${misuse.option} takes no value.`;
    case "not-a-number":
      return `${misuse.option} takes a whole number from 0 on, not “${misuse.given}”.`;
  }
}

/** Says in Chinese what is wrong with a command line, and where to read on. */
export function chineseMisuse(misuse: Misuse): string {
  return `${inChinese(misuse)}用法见 ${HELP_COMMAND}。`;
}

function inChinese(misuse: Misuse): string {
  switch (misuse.fault) {
    case "command-missing":
      return "没有给命令，例如 run JOB.ts。";
    case "file-missing":
      return "run 后面要有作业文件：run JOB.ts。";
    case "command-unknown":
      return `没有“${misuse.given}”这个命令。`;
    case "word-unknown":
      return `一次只能运行一个作业文件，“${misuse.given}”是多余的。`;
    case "language-unknown":
      return `--lang 只能是 zh 或 en，不能是“${misuse.given}”。`;
    case "option-unknown":
      return `没有“${misuse.option}”这个选项。`;
    case "value-missing":
      return `${misuse.option} 需要一个值。`;
    case "value-unwanted":
      return `${misuse.option} 不带值。`;
    case "not-a-number":
      return `${misuse.option} 要一个不小于 0 的整数，不能是“${misuse.given}”。`;
  }
}
