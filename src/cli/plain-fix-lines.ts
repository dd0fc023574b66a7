import type { Practice, PracticeEvent } from "../practice/practice.ts";
import { causeAt, isCauseAsked } from "../practice/root-cause.ts";
import { suggestedRating } from "../practice/update-practice.ts";
import { RATINGS } from "../schedule/memory.ts";

/** What a line typed at a job means: something happens to the attempt, or something is only looked at. */
export type FixLine =
  | { readonly type: "event"; readonly event: PracticeEvent }
  | {
      readonly type:
        | "ticket"
        | "changes"
        | "picture"
        | "next-moment"
        | "previous-moment"
        | "language"
        | "help"
        | "quit";
    }
  | { readonly type: "unknown"; readonly line: string };

/** Lines that mean the same, however far the attempt is. */
const LINES: ReadonlyMap<string, FixLine> = new Map(
  Object.entries<FixLine>({
    h: { type: "event", event: { type: "asked", for: "hint" } },
    g: { type: "event", event: { type: "asked", for: "reveal" } },
    r: { type: "event", event: { type: "asked", for: "reset" } },
    u: { type: "event", event: { type: "reset-undone" } },
    e: { type: "event", event: { type: "editor-wanted" } },
    t: { type: "ticket" },
    d: { type: "changes" },
    v: { type: "picture" },
    n: { type: "next-moment" },
    p: { type: "previous-moment" },
    l: { type: "language" },
    "?": { type: "help" },
    q: { type: "quit" },
  }),
);

/** Enter judges only where nothing is asked or offered; these words always do. */
const RUN: ReadonlySet<string> = new Set(["run", "check"]);

/** Whoever doesn't know the letters yet types the word. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hint: "h",
    solution: "g",
    "give up": "g",
    reset: "r",
    undo: "u",
    edit: "e",
    ticket: "t",
    diff: "d",
    changes: "d",
    picture: "v",
    next: "n",
    previous: "p",
    language: "l",
    help: "?",
    quit: "q",
    exit: "q",
  }),
);

/** Returns what `line` means as far as the attempt is: what is asked for comes before everything else. */
export function fixLine(line: string, practice: Practice): FixLine {
  const typed = line.normalize("NFKC").trim().toLowerCase();
  if (RUN.has(typed)) return { type: "event", event: { type: "saved" } };
  const letter = WORDS.get(typed) ?? typed;
  const event = typed === "" ? eventOfEnter(practice) : answerIn(typed, letter, practice);
  if (event !== null) return { type: "event", event };
  return LINES.get(letter) ?? { type: "unknown", line: line.trim() };
}

/** Enter goes on: it says yes, judges the file, or takes the grade that is offered. */
function eventOfEnter(practice: Practice): PracticeEvent {
  const { asked, stage } = practice;
  if (asked !== null) return { type: "confirmed" };
  if (stage.type !== "explaining") return { type: "saved" };
  return { type: "rated", rating: suggestedRating(practice, stage.end) };
}

/** An answer to what is asked: a yes or a no to a price, a letter to the root-cause question, where no word stands for it; or a grade. */
function answerIn(typed: string, letter: string, practice: Practice): PracticeEvent | null {
  const { asked } = practice;
  const answer = asked === null ? causeIn(typed, practice) : answerTo(asked, letter);
  return answer ?? ratingIn(typed);
}

function causeIn(typed: string, practice: Practice): PracticeEvent | null {
  if (!isCauseAsked(practice) || typed.length > 1) return null;
  const option = causeAt(practice.exercise, typed.charCodeAt(0) - "a".charCodeAt(0));
  return option === undefined ? null : { type: "cause-picked", option };
}

/** Who types the same letter once more means it. */
const YES = { hint: ["y", "h"], reveal: ["y", "g"], reset: ["y", "r"] } as const;

function answerTo(asked: keyof typeof YES, text: string): PracticeEvent | null {
  if (YES[asked].some((yes) => yes === text)) return { type: "confirmed" };
  return text === "n" ? { type: "declined" } : null;
}

function ratingIn(text: string): PracticeEvent | null {
  const rating = /^[1-4]$/u.test(text) ? RATINGS[Number(text) - 1] : undefined;
  return rating === undefined ? null : { type: "rated", rating };
}
