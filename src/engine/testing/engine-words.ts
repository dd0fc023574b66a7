import type { MetricsWords } from "./metrics-lines.ts";

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

/** All that the command says to a person. */
export interface EngineWords {
  readonly help: string;
  readonly unreadable: (file: string, reason: string) => string;
  readonly noJob: (file: string) => string;
  readonly threw: (file: string, reason: string) => string;
  readonly ended: (end: JobEnd) => string;
  readonly metrics: MetricsWords;
}

const en: EngineWords = {
  help: `Runs a job on the small Flink and shows what happens in it, step by step, in virtual time.

Usage: npm run -s engine -- run JOB.ts [--seed N] [--trace] [--metrics] [--fail-at STEP] [--steps N]
                                       [--json] [--lang zh|en]

  JOB.ts          a program that imports "sluice/flink" and calls execute(), as the examples in
                  src/engine/README.md do
  --seed N        decides all that is chance in a real cluster; without it, everybody in turn
  --trace         print every event: step, ms, operator#subtask, what happened
  --metrics       print how busy the tasks were, their queues, state, timers, checkpoints
  --fail-at STEP  let the subtask fail that would have taken this step
  --steps N       end a runaway job after so many steps (default: 1000000)
  --json          print JSON lines: events, then metrics, then {v, type: "result", …}
  --lang          the language of what is printed (default: from the environment)
  --help          print this

The same file with the same seed prints the same trace, on every machine.
Exit codes: 0 the job finished, 1 it failed or the file has none, 2 wrong usage, 3 the file cannot be read,
4 it took too much.`,
  unreadable: (file, reason) => `Cannot read ${file}: ${reason}`,
  noJob: (file) => `${file} has run no job. Does it call execute() or executeAndCollect()?`,
  threw: (file, reason) => `${file}: ${reason}`,
  ended: ({ jobName, status, steps, duration, completedCheckpoints, restarts }) =>
    `${jobName}: ${status}, ${steps} steps, ${duration} ms, ${completedCheckpoints} checkpoints, ${restarts} restarts`,
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

  JOB.ts          导入 "sluice/flink" 并调用 execute() 的程序，写法见 src/engine/README.md 里的例子
  --seed N        决定真实集群里一切靠运气的事；不给则轮流执行
  --trace         打印每个事件：步号、毫秒、算子#子任务、发生了什么
  --metrics       打印各任务的忙闲、队列、状态、定时器和检查点
  --fail-at 步号  让本该执行这一步的子任务失败
  --steps N       作业失控时，走完这么多步就结束（默认 1000000）
  --json          按行输出 JSON：先是事件，再是指标，最后是 {v, type: "result", …}
  --lang          输出用的语言（默认取自环境变量）
  --help          显示本说明

同一个文件、同一个种子，在任何机器上打印出的轨迹都一样。
退出码：0 作业完成，1 作业失败或文件里没有作业，2 用法有误，3 文件读不了，4 超出限额。`,
  unreadable: (file, reason) => `读不了 ${file}：${reason}`,
  noJob: (file) => `${file} 没有运行任何作业。是不是没调用 execute() 或 executeAndCollect()？`,
  threw: (file, reason) => `${file}：${reason}`,
  ended: ({ jobName, status, steps, duration, completedCheckpoints, restarts }) =>
    `${jobName}：${status}，${steps} 步，${duration} 毫秒，${completedCheckpoints} 个检查点，重启 ${restarts} 次`,
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
