import type { Exercise, ExerciseFile, ExerciseText } from "../../src/card/exercise.ts";

/** Numbers go in; each has to be written once, doubled. */
const SCENE = `
import { EXTERNAL_SYSTEM, ScheduledSource, StreamExecutionEnvironment, WatermarkStrategy } from "sluice/flink";
import type { Scene } from "sluice/exercise";
import type { job } from "./job.ts";

class Table {
  readonly [EXTERNAL_SYSTEM] = "table";
  readonly rows: number[] = [];
  write(row: number): void {
    this.rows.push(row);
  }
}

export const scene: Scene<typeof job, number, { readonly rows: readonly number[] }> = {
  input: (seed) => [seed, seed + 1, seed + 2, seed + 3],
  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setAutoWatermarkInterval(0);
    const table = new Table();
    const arrivals = input.map((value, index) => ({ at: index * 10, value }));
    job(env.fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks<number>(), "numbers"), table);
    execute(env);
    return { rows: table.rows };
  },
};
`;

const CHECK = `
import { everyRun, sameOutcome } from "sluice/exercise";

export const checks = [
  everyRun({
    id: "doubled",
    says: { zh: "每个数都翻倍。", en: "Every number is doubled." },
    requests: ({ seeds }) => Array.from({ length: seeds }, (_, seed) => ({ seed })),
    breach: ({ rows }, input) => {
      const expected = input.map((each) => each * 2);
      return rows.join() === expected.join() ? null : { expected, actual: rows };
    },
  }),
  sameOutcome({
    id: "same",
    says: { zh: "每次都一样。", en: "It is the same each time." },
    outcomeOf: ({ rows }) => rows,
    differences: ({ seeds }) => Array.from({ length: seeds }, (_, seed) => ({ seed })),
  }),
];
`;

/** Returns a job with a map function: `body` sees `value`. */
export function aJob(body: string, before = ""): string {
  return `${before}
export function job(numbers, table) {
  numbers.map((value) => { ${body} }).addSink({ invoke: (row) => table.write(row) });
}
`;
}

/** A job that keeps all promises, and one that breaks the first. */
export const RIGHT_JOB = aJob("return value * 2;");
export const WRONG_JOB = aJob("return value === 3 ? 7 : value * 2;");

const TEXT: ExerciseText = {
  symptom: "Some rows are odd.",
  hints: ["Look at the rows.", "Which of them are odd?", "Multiply by two."],
  why: "To double is to multiply by two.",
  interview: "What is twice two?",
  rootCause: {
    question: "Why?",
    options: [
      { text: "a", standing: "right" },
      { text: "b", standing: "wrong" },
      { text: "c", standing: "wrong" },
      { text: "d", standing: "wrong" },
    ],
  },
};

/** Returns an exercise about doubling numbers; what is given replaces what it has. */
export function anExercise(given: Partial<Exercise> = {}): Exercise {
  return {
    id: "x1-01",
    folder: "deck/exercises/x1-01-doubled",
    title: { zh: "翻倍", en: "Doubled" },
    chapter: "1",
    difficulty: 1,
    par: 3,
    cards: [],
    fixKind: "arithmetic",
    budget: { steps: 400, time: 60_000, allocations: 10_000 },
    texts: { zh: TEXT, en: TEXT },
    job: file("job.ts", WRONG_JOB),
    scene: file("scene.ts", SCENE),
    check: file("check.ts", CHECK),
    solutions: [{ ...file("solution.ts", RIGHT_JOB), tradeOff: null }],
    mutants: [mutant("mutants/same.ts", "return value;"), mutant("mutants/tripled.ts", "return value * 3;")],
    ...given,
  };
}

/** Returns a wrong fix: a job with such a map function. */
export function mutant(path: string, body: string): Exercise["mutants"][number] {
  return { ...file(path, aJob(body)), expect: "doubled", say: { zh: "不对", en: "no" }, variant: null };
}

function file(path: string, text: string): ExerciseFile {
  return { path, text };
}
