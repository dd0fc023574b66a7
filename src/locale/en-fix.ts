import type { FixWords } from "./fix-words.ts";

/** The words about exercises in English. */
export const englishFix: FixWords = {
  status: {
    pass: "Passed: every promise is kept.",
    fail: "Not yet: a promise is broken.",
    inconclusive: "Inconclusive: these runs prove nothing.",
    timeout: "Stopped: the job exceeds a limit.",
    compile: "The file is no program yet.",
    crash: "The job has crashed.",
  },
  checkStatus: { pass: "kept", fail: "BROKEN", inconclusive: "no proof" },
  expected: "expected",
  actual: "actual",
  nothing: "nothing",
  counterexample: "smallest run that shows it",
  seed: (seed) => (seed === null ? "everybody in turn" : `interleaving ${seed}`),
  fault: (fault, at) => `${FAULTS[fault]}${at === null ? "" : ` before ${at.unit} ${at.number}`}`,
  noFault: "nothing fails",
  jobFailed: "The job failed:",
  ledTo: (failure) => `led to ${failure}`,
  input: (count) => `input (${count})`,
  limit: {
    steps: "Too many steps. Does a timer register itself again for ever?",
    time: "Too much virtual time. Does its input ever end?",
    allocations: "Too much state. What clears it?",
    wall: "No answer within 2 s. Is there a loop that never ends?",
    memory: "Too much memory. What grows without a bound?",
    output: "Too much output. Is a line printed for every record?",
  },
  during: (check) => `It happened during the check ${check}.`,
  stats: (runs, steps, ms) => `${runs} runs, ${steps} steps, ${ms} ms`,
  said: "console",
  none: "These decks have no exercises.",
  total: (count) => `${count} exercise${count === 1 ? "" : "s"}. Start one: sluice fix ID`,
  checked: (count) => `${count} exercise${count === 1 ? "" : "s"} put to the test.`,
  difficulty: (difficulty) => "*".repeat(difficulty),
  trust: {
    what: (deck) => [
      `${deck} is not the deck that sluice ships. Its exercises are programs: scene.ts, check.ts and the jobs run on this machine.`,
      "They run in a process without files, network (Node 26) or other processes, for at most 2 s each; see README, “Security”.",
    ],
    ask: "Run them? [y/N] ",
    refused: "Read its *.ts files first; then allow them with --yes, once for this content.",
  },
};

const FAULTS = {
  "fail-task": "a subtask fails",
  "kill-task-manager": "a TaskManager dies",
  "kill-job-manager": "the JobManager dies",
  "stall-output": "output comes late",
  "drop-messages": "messages are lost",
  "delay-messages": "messages come late",
} as const;
