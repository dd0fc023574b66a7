import type { Problem } from "../../base/problem.ts";
import type { Exercise } from "../../card/exercise.ts";
import { failingChecks, type Verdict } from "../verdict.ts";
import { type ExerciseOnDisk, placeIn } from "./file-place.ts";
import { vacuousJobs } from "./vacuous-jobs.ts";

/** A program that the gate has judged, and what the exercise says of it. */
export interface Tried {
  /** Its path in the folder, or what it is. */
  readonly path: string;
  readonly text: string;
  readonly promise: Outcome;
  /** `copied`: the checks are answered with the first outcome again and again. */
  readonly answers: "played" | "copied";
}

/** What has to come of a program. */
type Outcome =
  | { readonly type: "passes" }
  | { readonly type: "fails"; readonly first: string | null }
  | { readonly type: "does-not-pass" };

/** Returns every program of an exercise that has to be tried, and what has to come of it. */
export function programsToTry({ job, solutions, mutants }: Exercise): readonly Tried[] {
  const solution = solutions[0] ?? job;
  return [
    { ...job, promise: { type: "fails", first: null }, answers: "played" },
    ...solutions.map(
      ({ path, text }) => ({ path, text, promise: { type: "passes" }, answers: "played" }) as const,
    ),
    ...mutants.map(
      ({ path, text, expect }) =>
        ({ path, text, promise: { type: "fails", first: expect }, answers: "played" }) as const,
    ),
    ...vacuousJobs(job.text).map(
      (vacuous) => ({ ...vacuous, promise: { type: "does-not-pass" }, answers: "played" }) as const,
    ),
    { path: "copied output", text: solution.text, promise: { type: "does-not-pass" }, answers: "copied" },
  ];
}

/** Returns what is wrong with what came of a program. */
export function judgeProgram(
  disk: ExerciseOnDisk,
  { path, promise }: Tried,
  verdict: Verdict,
): readonly Problem[] {
  const actual = describe(verdict);
  const expected = expectationOf(promise, verdict);
  if (expected === null) return [];
  return [
    {
      code: "exercise-verdict",
      place: placeOf(disk, path, verdict),
      data: { program: path, expected, actual },
    },
  ];
}

const LEAST_INVARIANTS = 2;

/** Returns what is wrong with the checks, from what the solution has come to. */
export function judgeChecks(disk: ExerciseOnDisk, verdict: Verdict): readonly Problem[] {
  if (!("checks" in verdict)) return [];
  const count = verdict.checks.filter(({ kind }) => kind === "invariant").length;
  const place = placeIn(disk, "check.ts", /export const checks/u);
  const { steps: budget } = disk.exercise.budget;
  const few: readonly Problem[] =
    count >= LEAST_INVARIANTS
      ? []
      : [{ code: "exercise-checks-few", place, data: { count, least: LEAST_INVARIANTS } }];
  const { longest: steps } = verdict.stats;
  if (steps * 2 <= budget) return few;
  const tight = placeIn(disk, "exercise.en.md", /^budget:/u);
  return [...few, { code: "exercise-budget-tight", place: tight, data: { steps, budget } }];
}

/** Returns what should have come of it; `null` if it did. */
function expectationOf(promise: Outcome, verdict: Verdict): string | null {
  switch (promise.type) {
    case "passes":
      return verdict.status === "pass" ? null : "pass";
    case "does-not-pass":
      return verdict.status === "pass" ? "fail" : null;
    case "fails":
      if (verdict.status !== "fail") return `fail${promise.first === null ? "" : `: ${promise.first}`}`;
      return promise.first === null || failingChecks(verdict)[0] === promise.first
        ? null
        : `fail: ${promise.first}`;
  }
}

function describe(verdict: Verdict): string {
  switch (verdict.status) {
    case "timeout":
      return `timeout: ${verdict.limit}`;
    case "compile":
    case "crash":
      return `${verdict.status}: ${verdict.fault.message}`;
    case "pass":
    case "fail":
    case "inconclusive":
      return [verdict.status, failingChecks(verdict).join(", ")].filter((part) => part !== "").join(": ");
  }
}

function placeOf(disk: ExerciseOnDisk, path: string, verdict: Verdict): Problem["place"] {
  if (!disk.files.some((file) => file.path === path))
    return placeIn(disk, "check.ts", /export const checks/u);
  const place = placeIn(disk, path);
  if (!("fault" in verdict) || verdict.fault.line === null) return place;
  const file = verdict.fault.file === "job.ts" ? path : verdict.fault.file;
  return {
    file: `${disk.exercise.folder}/${file}`,
    line: verdict.fault.line,
    column: verdict.fault.column ?? 1,
  };
}
