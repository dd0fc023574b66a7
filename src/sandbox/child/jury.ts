import type { Check } from "../../exercise/checks/check.ts";
import { jsonText, type Json, valueOfJson } from "../../exercise/json.ts";
import { putToTheTest, type Trial } from "../../exercise/put-to-the-test.ts";
import type { RunEnd } from "../../exercise/run-end.ts";
import { PLAIN_RUN, type Player, type RunRequest, type RunResult } from "../../exercise/run.ts";
import { type PromiseSweep, sweepPromise } from "../../exercise/sweep-promise.ts";
import type { Played } from "./played.ts";
import { thrownFault } from "./thrown-fault.ts";

/**
 * What is evaluated inside the context of the checks, which is another one than the job's: they know of the job what
 * crosses the border as JSON.
 */
export * as exercise from "../../exercise/index.ts";

/** What checks ask the stage: strings in, strings out. */
export interface Questions {
  readonly play: (requestText: string) => string;
  readonly input: (requestText: string) => string;
}

/** What the world gives the checks. */
export interface Court extends Questions {
  /** Called before a check begins. */
  readonly begin: (id: string) => void;
}

/** Puts the promises of `check.ts` to the test; returns a `RunEnd` as JSON. Never throws. */
export function judge(
  module: { readonly checks?: readonly Check[] },
  trialText: string,
  court: Court,
): string {
  try {
    if (module.checks === undefined) throw new TypeError("check.ts must export checks");
    const trial = valueOfJson(trialText) as Trial;
    const checks = module.checks.map((check) => announced(check, court));
    return jsonText({ type: "reported", ...putToTheTest(checks, playerAt(court), trial) });
  } catch (error) {
    return jsonText(
      error instanceof RunEndedError
        ? error.end
        : ({ type: "threw", fault: thrownFault("check.ts", error) } as const),
    );
  }
}

/**
 * Crashes the job before each of its steps, as a `PromiseSweep` in JSON says; returns what came of each seed as JSON, and
 * `null` where no check can tell or a run comes to nothing. Never throws.
 */
export function sweep(
  { checks = [] }: { readonly checks?: readonly Check[] },
  sweepText: string,
  questions: Questions,
): string {
  try {
    const promise = valueOfJson(sweepText) as PromiseSweep;
    return jsonText(sweepPromise(checks, enduring(playerAt(questions)), promise));
  } catch {
    return "null";
  }
}

/** A run that exceeds its budget has failed for good; all others are still to be played. */
function enduring({ play, input }: Player): Player {
  return {
    input,
    play: (request) => {
      try {
        return play(request);
      } catch (error) {
        if (!(error instanceof RunEndedError) || error.end.type !== "exceeded") throw error;
        return { ...NO_RESULT, failure: error.end.message };
      }
    },
  };
}

/** What came of a run that was broken off. */
const NO_RESULT: Omit<RunResult, "failure"> = {
  outcome: null,
  steps: 0,
  completedCheckpoints: 0,
  metrics: [],
  input: [],
  trace: [],
};

/** Carries the end of a run that came to no result through the check that asked for it. */
class RunEndedError extends Error {
  readonly end: RunEnd;

  constructor(end: RunEnd) {
    super(end.type);
    this.end = end;
  }
}

function announced(check: Check, court: Court): Check {
  return {
    ...check,
    run: (player, effort) => {
      // Whatever the author has put there: it is text that leaves.
      const { id }: { readonly id: unknown } = check;
      const name = String(id);
      asked(() => court.begin(name));
      return check.run(player, effort);
    },
  };
}

function playerAt(questions: Questions): Player {
  return {
    play: (request) => resultOf(asking(questions.play, request)),
    input: (request) => elementsOf(asking(questions.input, request)),
  };
}

function asking(answer: Court["play"], request: Partial<RunRequest>): string {
  const text = jsonText({ ...PLAIN_RUN, ...request });
  return asked(() => answer(text));
}

/** Asks the world. What it throws, short of stack for instance, is of another context: checks don't get hold of it. */
function asked<Value>(ask: () => Value): Value {
  let answer: { readonly value: Value } | null = null;
  try {
    answer = { value: ask() };
  } catch {
    // What was thrown is let go of here.
  }
  if (answer === null) throw new Error("the stage has no answer");
  return answer.value;
}

function resultOf(text: string): RunResult {
  const played = playedOf(text);
  if (played.type === "played") return played.result;
  throw endedBy(played);
}

function elementsOf(text: string): readonly Json[] {
  const played = playedOf(text);
  if (played.type === "input") return played.elements as readonly Json[];
  throw endedBy(played);
}

function endedBy(played: Played): Error {
  if (played.type === "threw" || played.type === "exceeded") return new RunEndedError(played);
  return new Error(`the stage answered with ${played.type}`);
}

function playedOf(text: string): Played {
  return valueOfJson(text) as Played;
}
