import type { FixWords } from "./fix-words.ts";

/** The words about exercises in Chinese. */
export const chineseFix: FixWords = {
  status: {
    pass: "通过：每条承诺都守住了。",
    fail: "还没修好：有承诺被打破。",
    inconclusive: "无法判断：这些运行什么也证明不了。",
    timeout: "已终止：作业超出了限制。",
    compile: "文件还不是能运行的程序。",
    crash: "作业崩溃了。",
  },
  checkStatus: { pass: "守住", fail: "打破", inconclusive: "无法判断" },
  expected: "期望",
  actual: "实际",
  nothing: "没有",
  counterexample: "能复现的最小一次运行",
  seed: (seed) => (seed === null ? "各子任务轮流执行" : `第 ${seed} 种执行顺序`),
  fault: (fault, at) =>
    at === null
      ? FAULTS[fault]
      : `第 ${at.number} ${at.unit === "step" ? "步" : "次调用"}之前${FAULTS[fault]}`,
  noFault: "没有故障",
  jobFailed: "作业失败了：",
  ledTo: (failure) => `导致 ${failure}`,
  input: (count) => `输入（${count} 条）`,
  limit: {
    steps: "步数太多。是不是有定时器不停地重新注册自己？",
    time: "虚拟时间太长。输入会结束吗？",
    allocations: "状态太多。由谁来清理？",
    wall: "2 秒内没有结果。是不是有死循环？",
    memory: "内存太多。什么在无限增长？",
    output: "输出太多。是不是每条记录都打印了一行？",
  },
  during: (check) => `发生在检查 ${check} 期间。`,
  stats: (runs, steps, ms) => `运行 ${runs} 次，共 ${steps} 步，${ms} 毫秒`,
  said: "控制台输出",
  none: "这些牌组里没有练习。",
  total: (count) => `共 ${count} 个练习。开始一个：sluice fix ID`,
  checked: (count) => `检验了 ${count} 个练习。`,
  difficulty: (difficulty) => "*".repeat(difficulty),
  trust: {
    what: (deck) => [
      `${deck} 不是 sluice 自带的牌组。它的练习是程序：scene.ts、check.ts 和各个作业都会在这台机器上运行。`,
      "它们在单独的进程里运行，不能碰文件、网络（Node 26）和其他进程，每次最多 2 秒；见 README 的“安全”一节。",
    ],
    ask: "要运行吗？[y/N] ",
    refused: "先读一遍它的 *.ts 文件，再用 --yes 允许；同样的内容只需允许一次。",
  },
};

const FAULTS = {
  "fail-task": "一个子任务失败",
  "kill-task-manager": "一个 TaskManager 挂掉",
  "kill-job-manager": "JobManager 挂掉",
  "stall-output": "输出迟到",
  "drop-messages": "消息丢失",
  "delay-messages": "消息迟到",
} as const;
