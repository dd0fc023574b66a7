import { MINUTE } from "../base/day.ts";
import { unreachable } from "../base/never.ts";
import type { Verdict } from "../exercise/verdict.ts";
import type { Rating } from "../schedule/memory.ts";
import type { Asked, Practice, PracticeMessage, PracticeStep } from "./practice.ts";
import { standingOf } from "./root-cause.ts";
import { ratingsUpTo, suggestRating } from "./suggest-rating.ts";

/** How often its par a pause counts at most: whoever is away for longer has not worked all the time. */
const LONGEST_PAUSE = 2;

/** Returns an attempt after `message`, and what it wants done. */
export function updatePractice(practice: Practice, message: PracticeMessage): PracticeStep {
  return react(timed(practice, message), message);
}

/** Counts the time since the last message as work, while there is work. */
function timed(practice: Practice, { moment: { at } }: PracticeMessage): Practice {
  const { attempt, stage, exercise } = practice;
  const passed = Math.min(Math.max(0, at - practice.at), LONGEST_PAUSE * exercise.par * MINUTE);
  const ms = stage.type === "working" ? attempt.ms + passed : attempt.ms;
  return { ...practice, attempt: { ...attempt, ms }, at };
}

function react(practice: Practice, message: PracticeMessage): PracticeStep {
  switch (message.type) {
    case "asked":
      return [ask(practice, message.for), []];
    case "confirmed":
      return confirm(practice);
    case "declined":
      return [{ ...practice, asked: null }, []];
    case "reset-undone":
      if (practice.reset !== "undoable") return [practice, []];
      return [{ ...practice, reset: "possible" }, [{ type: "undo-reset" }]];
    case "editor-wanted":
      return [practice, [{ type: "open-editor" }]];
    case "saved":
      return runAgain(practice);
    default:
      return reactToReport(practice, message);
  }
}

type Report = Extract<
  PracticeMessage,
  { readonly type: "verdict-came" | "remark-came" | "cause-picked" | "rated" | "recorded" | "failed" }
>;

function reactToReport(practice: Practice, message: Report): PracticeStep {
  switch (message.type) {
    case "verdict-came":
      return message.run === practice.run.number ? judged(practice, message) : [practice, []];
    case "remark-came":
      if (message.run !== practice.run.number || practice.run.is === "running") return [practice, []];
      return [{ ...practice, remark: message.remark }, []];
    case "cause-picked":
      return [pickCause(practice, message.option), []];
    case "rated":
      return rate(practice, message.rating);
    case "recorded":
      return [settle(practice, message), []];
    case "failed":
      return [giveUp(practice), []];
    default:
      return unreachable(message);
  }
}

/** A hint is there to be asked for as long as there are more; a solution and the broken job as long as one works. */
function ask(practice: Practice, asked: Asked): Practice {
  const rungs = Math.max(...Object.values(practice.exercise.texts).map(({ hints }) => hints.length));
  const isThere = asked !== "hint" || practice.attempt.hints < rungs;
  return practice.stage.type === "working" && isThere ? { ...practice, asked } : practice;
}

function confirm(practice: Practice): PracticeStep {
  const after: Practice = { ...practice, asked: null };
  switch (practice.asked) {
    case "hint":
      return keep({ ...after, attempt: { ...after.attempt, hints: after.attempt.hints + 1 } });
    case "reveal":
      return keep({
        ...after,
        attempt: { ...after.attempt, end: "revealed" },
        stage: { type: "explaining", end: "revealed", cause: null },
      });
    case "reset":
      return [{ ...after, reset: "undoable" }, [{ type: "reset" }]];
    case null:
      return [practice, []];
    default:
      return unreachable(practice.asked);
  }
}

function keep(practice: Practice): PracticeStep {
  return [practice, [{ type: "keep-attempt", attempt: practice.attempt }]];
}

function runAgain(practice: Practice): PracticeStep {
  const number = practice.run.number + 1;
  return [{ ...practice, run: { number, is: "running" }, remark: null }, [{ type: "run", number }]];
}

/** A verdict on the newest text. Once the attempt has ended, runs are for pleasure and count no more. */
function judged(
  practice: Practice,
  { verdict, text }: Extract<Report, { type: "verdict-came" }>,
): PracticeStep {
  const shown: Practice = { ...practice, verdict, run: { ...practice.run, is: "idle" } };
  const { attempt, stage } = practice;
  const isPassed = verdict.status === "pass";
  // The first run is of what the learner found, or had left.
  const isNews = isPassed || (practice.run.number > 1 && text === "changed");
  if (stage.type !== "working" || !isNews) return [shown, []];
  const failed = isFailing(verdict) ? 1 : 0;
  const counted = { ...attempt, runs: attempt.runs + 1, failingRuns: attempt.failingRuns + failed };
  if (!isPassed) return keep({ ...shown, attempt: counted });
  return keep({
    ...shown,
    attempt: counted,
    stage: { type: "explaining", end: "passed", cause: null },
    asked: null,
  });
}

/** What was saved half written, or stopped by a slow machine, is no wrong idea. */
function isFailing(verdict: Verdict): boolean {
  if (verdict.status === "pass" || verdict.status === "compile") return false;
  return verdict.status !== "timeout" || verdict.limit !== "wall";
}

/** The first answer counts: whoever knows the right one by then need not be asked. */
function pickCause(practice: Practice, option: number): Practice {
  const { stage } = practice;
  if (stage.type !== "explaining" || stage.cause !== null) return practice;
  return { ...practice, stage: { ...stage, cause: option } };
}

/** Returns the rating that the attempt speaks for; the learner may lower it. */
export function suggestedRating({ exercise, attempt }: Practice, end: "passed" | "revealed"): Rating {
  return suggestRating({ ...attempt, end, par: exercise.par });
}

function rate(practice: Practice, rating: Rating): PracticeStep {
  const { stage, attempt, exercise } = practice;
  if (stage.type !== "explaining") return [practice, []];
  if (!ratingsUpTo(suggestedRating(practice, stage.end)).includes(rating)) return [practice, []];
  const rootCause = stage.cause === null ? null : standingOf(exercise, stage.cause);
  return [
    { ...practice, stage: { type: "saving", back: stage } },
    [{ type: "record", rating, attempt, end: stage.end, rootCause }],
  ];
}

function settle(practice: Practice, { memory, rating }: Extract<Report, { type: "recorded" }>): Practice {
  if (practice.stage.type !== "saving") return practice;
  const { end, cause } = practice.stage.back;
  return { ...practice, stage: { type: "over", end, cause, rating, memory } };
}

/** What couldn't be put on record can be rated once more. */
function giveUp(practice: Practice): Practice {
  const { stage } = practice;
  return { ...practice, stage: stage.type === "saving" ? stage.back : stage };
}
