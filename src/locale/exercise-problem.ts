import type { ExerciseProblemData } from "../base/exercise-problem.ts";
import type { Problem } from "../base/problem.ts";

/** One complaint of the gate for exercises. */
export type ExerciseProblem = Extract<Problem, { readonly code: keyof ExerciseProblemData }>;
