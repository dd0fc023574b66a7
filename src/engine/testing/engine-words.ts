import type { MetricsWords } from "./metrics-lines.ts";
import { chineseMisuse, englishMisuse, type Misuse } from "./misuse-text.ts";

/** The languages that the command speaks. */
export type EngineLanguage = "zh" | "en";

/** How a job has ended. */
export interface JobEnd {
  readonly jobName: string;
  readonly status: string;
  readonly steps: number;
  /** Virtual ms. */
  readonly duration: number;
  readonly completedCheckpoints: number;
  readonly restarts: number;
}

/** How many runs of a job have ended in one way. */
export interface JobEnds extends Pick<JobEnd, "jobName" | "status" | "steps" | "restarts"> {
  readonly runs: number;
}

/** All that the command says to a person. */
export interface EngineWords {
  readonly help: string;
  readonly misuse: (misuse: Misuse) => string;
  readonly unreadable: (file: string, reason: string) => string;
  readonly noJob: (file: string) => string;
  /** Stands between an error and the one that it led to. */
  readonly ledTo: string;
  readonly ended: (end: JobEnd) => string;
  readonly endedOften: (ends: JobEnds) => string;
  /** The step that was to fail never came, or there was nobody left to fail. */
  readonly nothingFailed: (jobName: string, steps: number, failAt: number) => string;
  readonly ownFaults: string;
  readonly metrics: MetricsWords;
}

const en: EngineWords = {
  help: `Runs a job on the small Flink and shows what happens in it, step by step, in virtual time.

Usage: npm run -s engine -- run JOB.ts [--seed N] [--trace] [--metrics] [--fail-at STEP] [--steps N]
                                       [--json] [--lang zh|en]

  JOB.ts          a program that imports "sluice/flink", as the examples in src/engine/README.md do
  --seed N        decides all that is chance in a real cluster; without it, everybody in turn
  --trace         print every event: step, ms, operator#subtask, what happened
  --metrics       print how busy the tasks were, their queues, state, timers, checkpoints
  --fail-at STEP  let the subtask fail that would have taken this step
  --steps N       end a runaway job after so many steps (default: 1000000)
  --json          print JSON lines: events, then metrics, then {v, type: "result", …}
  --lang          the language of what is printed (default: from the environment)
  --help          print this

The same file with the same seed prints the same trace, on every machine.
Exit codes: 0 the program came to its end, 1 it failed, 2 wrong usage, 3 the file cannot be read,
4 it took too much.`,
  misuse: englishMisuse,
  unreadable: (file, reason) => `Cannot read ${file}: ${reason}`,
  noJob: (file) => `${file} has run no job: execute() and executeAndCollect() do.`,
  ledTo: "led to",
  ended: ({ jobName, status, steps, duration, completedCheckpoints, restarts }) =>
    `${jobName}: ${status}, ${steps} steps, ${duration} ms, ${completedCheckpoints} checkpoints, ${restarts} restarts`,
  endedOften: ({ jobName, status, runs, steps, restarts }) =>
    `${jobName}: ${status} in ${runs} runs, ${steps} steps and ${restarts} restarts in all`,
  nothingFailed: (jobName, steps, failAt) =>
    steps < failAt
      ? `Step ${failAt} never came: ${jobName} took ${steps} steps.`
      : `Nothing failed at step ${failAt} of ${jobName}: no subtask was at work then.`,
  ownFaults: "--fail-at does nothing here: the program says itself what fails.",
  metrics: {
    task: "task",
    operator: "operator (now/most)",
    checkpoint: "checkpoint",
    columns: {
      parallelism: "parallelism",
      busy: "busy",
      idle: "idle",
      blocked: "back-pressured",
      in: "in",
      out: "out",
      queue: "peak queue",
      skew: "skew",
    },
    state: { entries: "state entries", bytes: "state bytes", timers: "timers", late: "late" },
    checkpoints: {
      status: "status",
      begin: "begin ms",
      duration: "took ms",
      alignment: "alignment ms",
      bytes: "bytes",
    },
  },
};

const zh: EngineWords = {
  help: `在小 Flink 上运行一个作业，按虚拟时间逐步显示其中发生的一切。

用法：npm run -s engine -- run JOB.ts [--seed N] [--trace] [--metrics] [--fail-at 步号] [--steps N]
                                      [--json] [--lang zh|en]

  JOB.ts          导入 "sluice/flink" 的程序，写法见 src/engine/README.md 里的例子
  --seed N        决定真实集群里一切靠运气的事；不给则轮流执行
  --trace         打印每个事件：步号、毫秒、算子#子任务、发生了什么
  --metrics       打印各任务的忙闲、队列、状态、定时器和检查点
  --fail-at 步号  让本该执行这一步的子任务失败
  --steps N       作业失控时，走完这么多步就结束（默认 1000000）
  --json          按行输出 JSON：先是事件，再是指标，最后是 {v, type: "result", …}
  --lang          输出用的语言（默认取自环境变量）
  --help          显示本说明

同一个文件、同一个种子，在任何机器上打印出的轨迹都一样。
退出码：0 程序运行到底，1 程序失败，2 用法有误，3 文件读不了，4 超出限额。`,
  misuse: chineseMisuse,
  unreadable: (file, reason) => `读不了 ${file}：${reason}`,
  noJob: (file) => `${file} 没有运行任何作业：调用 execute() 或 executeAndCollect() 才会运行。`,
  ledTo: "导致",
  ended: ({ jobName, status, steps, duration, completedCheckpoints, restarts }) =>
    `${jobName}：${status}，${steps} 步，${duration} 毫秒，${completedCheckpoints} 个检查点，重启 ${restarts} 次`,
  endedOften: ({ jobName, status, runs, steps, restarts }) =>
    `${jobName}：${status}，运行 ${runs} 次，共 ${steps} 步，重启 ${restarts} 次`,
  nothingFailed: (jobName, steps, failAt) =>
    steps < failAt
      ? `没有走到第 ${failAt} 步：${jobName} 一共走了 ${steps} 步。`
      : `${jobName} 的第 ${failAt} 步没有发生故障：当时没有子任务在工作。`,
  ownFaults: "--fail-at 在这里不起作用：程序自己规定了哪里出故障。",
  metrics: {
    task: "任务",
    operator: "算子（现有/峰值）",
    checkpoint: "检查点",
    columns: {
      parallelism: "并行度",
      busy: "忙",
      idle: "空闲",
      blocked: "被反压",
      in: "流入",
      out: "流出",
      queue: "队列峰值",
      skew: "倾斜",
    },
    state: { entries: "状态条数", bytes: "状态字节", timers: "定时器", late: "迟到" },
    checkpoints: {
      status: "结果",
      begin: "开始 ms",
      duration: "耗时 ms",
      alignment: "对齐 ms",
      bytes: "字节",
    },
  },
};

/** What the command says, by language. */
export const engineWords: { readonly [Language in EngineLanguage]: EngineWords } = { en, zh };
