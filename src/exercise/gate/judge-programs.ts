import type { Problem } from "../../base/problem.ts";
import type { Exercise, ExerciseFile } from "../../card/exercise.ts";
import { failingChecks, judgeUnrun, type Verdict } from "../verdict.ts";
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
  /** The seed of the data that it is fed with. */
  readonly data: number;
}

/** What has to come of a program. */
type Outcome =
  | { readonly type: "passes" }
  | { readonly type: "fails"; readonly first: string | null }
  | { readonly type: "does-not-pass" };

/** Data that the author has not looked at, and a learner gets on later reviews. */
const OTHER_DATA = 3;

const PASSES: Outcome = { type: "passes" };
const DOES_NOT_PASS: Outcome = { type: "does-not-pass" };
const FAILS: Outcome = { type: "fails", first: null };

/** Returns every program of an exercise that has to be tried, and what has to come of it. */
export function programsToTry({ job, solutions, mutants }: Exercise): readonly Tried[] {
  const solution = solutions[0] ?? job;
  const variants = mutants.filter(({ variant }) => variant !== null);
  return [
    played(job, FAILS),
    ...solutions.map((each) => played(each, PASSES)),
    ...mutants.map((each) => played(each, { type: "fails", first: each.expect })),
    ...vacuousJobs(job.text).map((each) => played(each, DOES_NOT_PASS)),
    { ...played({ path: "copied output", text: solution.text }, DOES_NOT_PASS), answers: "copied" },
    ...[job, ...variants].map((each) => ({ ...played(each, FAILS), data: OTHER_DATA })),
    ...solutions.map((each) => ({ ...played(each, PASSES), data: OTHER_DATA })),
  ];
}

function played({ path, text }: ExerciseFile, promise: Outcome): Tried {
  return { path, text, promise, answers: "played", data: 1 };
}

/**
 * Returns the verdict on a solution or a mutant that changes what is locked: a learner who hands it in gets this one, and
 * mutants are handed out. `null` of any other; what the gate makes up itself need not keep what is locked.
 */
export function judgeLocked({ job, solutions, mutants }: Exercise, { path, text }: Tried): Verdict | null {
  const isOwn = [...solutions, ...mutants].some((file) => file.path === path);
  return isOwn ? judgeUnrun(job.text, text) : null;
}

/** Returns what is wrong with what came of a program. */
export function judgeProgram(
  disk: ExerciseOnDisk,
  { path, promise, data }: Tried,
  verdict: Verdict,
): readonly Problem[] {
  const actual = describe(verdict);
  const expected = expectationOf(promise, verdict);
  if (expected === null) return [];
  return [
    {
      code: "exercise-verdict",
      place: placeOf(disk, path, verdict),
      data: { program: data === 1 ? path : `${path}, data ${data}`, expected, actual },
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
      // What is no program tells nothing of the checks.
      return verdict.status === "pass" || verdict.status === "compile" ? "fail" : null;
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
