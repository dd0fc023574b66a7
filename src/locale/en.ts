import type { Day } from "../base/day.ts";
import { englishAnki } from "./en-anki.ts";
import { englishFailure } from "./en-failure.ts";
import { englishFix } from "./en-fix.ts";
import { englishHelp } from "./en-help.ts";
import { englishPlainFix } from "./en-plain-fix.ts";
import { englishPractice } from "./en-practice.ts";
import { englishProblem } from "./en-problem.ts";
import { englishTrace } from "./en-trace.ts";
import type { Messages } from "./messages.ts";
import { durationOf, intervalOf, parts, timeUntil } from "./spans.ts";

/** Returns `count` with its noun, which takes an s unless there is one. */
function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function date(day: Day): string {
  const { weekday, month, date } = parts(day);
  return `${WEEKDAYS[weekday]} ${date} ${MONTHS[month]}`;
}

const UNITS = { second: "s", minute: "min", hour: "h", day: "d", month: "mo", year: "y" } as const;

/** Everything that sluice says, in English. */
export const en: Messages = {
  lang: "en",
  help: englishHelp,
  anki: englishAnki,
  trace: englishTrace,
  fix: englishFix,
  practice: englishPractice,
  plainFix: englishPlainFix,
  home: {
    today: "Today",
    review: "review",
    learning: "learning",
    fresh: "new",
    about: (minutes) => (minutes < 1 ? "under 1 min" : `about ${minutes} min`),
    begin: "Start today's review",
    goOn: "Go on with today's review",
    nothingDue: "Nothing is due right now.",
    nothingDueAtAll: "Everything is done for today.",
    noCards: "This deck has no cards yet.",
    noCardsNext: "Write a question as a heading and its answer below it, then run: sluice check",
    nextCard: (when) => `The next card comes ${when}.`,
    meanwhile: "Meanwhile: learn some more new cards, or read one you flagged.",
    learnMore: (count) => `Learn ${plural(count, "more new card")} today`,
    streak: (days) => `${plural(days, "day")} in a row`,
    command: (offer, command) => `${offer}: ${command}`,
    deck: (title, cards) => `${title} · ${plural(cards, "card")}`,
    problems: (errors, warnings) =>
      `The notes have ${plural(errors, "error")} and ${plural(warnings, "warning")}: sluice check`,
  },
  review: {
    showAnswer: "show the answer",
    choose: "pick, then Enter",
    type: "type your answer, then Enter",
    yourAnswer: "Your answer",
    flip: "中文",
    grade: { again: "Again", hard: "Hard", good: "Good", easy: "Easy" },
    onlyIn: (lang) => (lang === "zh" ? "only in Chinese" : "only in English"),
    fresh: "new",
    learning: "learning",
    relearning: "relearning",
    flagged: "flagged",
    suggested: "suggested",
    right: "right",
    wrong: "wrong",
    hidden: "...",
    undone: "Undone.",
    redone: "Redone.",
    suspended: "Suspended. u takes it back; later on, sluice cards --suspended finds it.",
    buried: "Buried until tomorrow.",
    flagSet: "Flagged.",
    flagTaken: "Flag taken off.",
    reason: "What is wrong? (optional)",
    noReason: "no reason given",
    note: "Note",
    noteSet: "Note saved.",
    noteTaken: "Note taken off.",
    cardChanged: "The text of this card has changed; its history stays.",
    cardGone: "That card is no longer in the notes; its history is kept. Here is the next.",
    notesChanged: "The notes have changed and were read again.",
    clockWentBack: "This computer's clock is behind your last answer; no time is counted as passed.",
    left: (count) => `${count} left`,
  },
  info: {
    title: "About this card",
    uid: "id",
    source: "source",
    kind: "kind",
    kinds: {
      basic: "question",
      outline: "outline",
      cloze: "cloze",
      choice: "choice",
      order: "ordering",
      typed: "typed answer",
      number: "number",
      error: "find the error",
      exercise: "exercise",
    },
    level: "level",
    levels: { junior: "junior", middle: "middle", senior: "senior", staff: "staff" },
    validity: "Flink",
    memory: "memory",
    noMemory: "not learned yet",
    stability: (days) => `stability ${days} d`,
    difficulty: (value) => `difficulty ${value} of 10`,
    recall: (percent) => `recall now ${percent} %`,
    due: "due",
    dueOn: (date, when) => `${date} (${when})`,
    dueToday: "today",
    overdue: (days) => `${plural(days, "day")} overdue`,
    history: "history",
    noHistory: "no answer yet",
    reps: (count, lapses) => `${plural(count, "answer")}, forgotten ${lapses} times`,
  },
  summary: {
    title: "Done",
    answers: (count) => plural(count, "answer"),
    took: (duration) => `in ${duration}`,
    perCard: (seconds) => `${seconds} s a card`,
    remembered: (percent) => `${percent} % remembered`,
    fresh: (count) => plural(count, "new card"),
    again: "Worth another look",
    saved: "Everything is saved.",
    nothing: "No answers this time. Everything is as it was.",
    nothingDue: "Nothing is due right now",
    nothingDueNext: (extra) =>
      extra > 0
        ? `To go on: Enter leads home, where you can learn ${plural(extra, "more new card")} today.`
        : "You may rest for today.",
    left: (count) => `${plural(count, "card")} left for today.`,
  },
  plain: {
    begin: "Enter shows the answer, ? lists the keys, q ends.",
    choose: "Type the letters of your options, then Enter.",
    answer: "Answer",
    help: [
      "Enter   show the answer (a choice: type the letters of your options first)",
      "1-4     Again, Hard, Good, Easy",
      "u r     undo, redo",
      "s b     suspend, bury until tomorrow (- does so too)",
      "e       edit this card in your editor",
      "n TEXT  write a note of your own; n alone takes it off",
      "* WHY   flag it, the reason is optional; * takes the flag off",
      "l       中文",
      "q       quit (everything is saved)",
    ],
    nothingDueNext: (extra) =>
      extra > 0
        ? `To go on, run sluice: you can learn ${plural(extra, "more new card")} today.`
        : "You may rest for today.",
    gradeFirst: "Grade it: 1 Again, 2 Hard, 3 Good, 4 Easy.",
    revealFirst: "Look at the answer first: press Enter.",
    exercise: (command) =>
      `This is an exercise: Enter opens it here, - puts it off until tomorrow; later on, ${command} opens it too.`,
    unknown: (line) => `“${line}” means nothing here; ? lists what does.`,
    suggestion: (grade) => `Suggested grade: ${grade}`,
    done: "That was all for now.",
  },
  keys: {
    reveal: "show the answer",
    grade: "grade: Again, Hard, Good, Easy",
    choose: "pick options",
    erase: "erase a character",
    cursor: "move the cursor",
    save: "save",
    cancel: "leave it",
    pick: "choose a grade, Enter takes it",
    note: "write a note of your own",
    edit: "edit this card in your editor",
    undo: "undo",
    redo: "redo",
    bury: "bury until tomorrow",
    suspend: "suspend",
    flag: "flag it and say why, or take the flag off",
    info: "about this card",
    source: "show where it stands in the notes",
    language: "中文",
    help: "all keys",
    quit: "quit",
    back: "back",
    home: "home",
    scroll: "scroll",
    start: "start",
    fix: "fix a job",
    move: "choose",
  },
  keysTitle: "Keys",
  readingNotes: (done, total) => `reading notes ${done} / ${total}   Esc stops`,
  smallWindow: "This window is too small: sluice needs 40 × 10 cells.",
  sentences: (sentences) => sentences.filter(Boolean).join(" "),
  date,
  interval: (ms) =>
    intervalOf(
      ms,
      (value, unit) => `${value} ${UNITS[unit]}`,
      (text) => `<${text}`,
    ),
  duration: (ms) => durationOf(ms, (value, unit) => `${value} ${UNITS[unit]}`),
  inTime: (ms) =>
    timeUntil(ms, {
      now: "now",
      minutes: (count) => `in ${count} min`,
      hours: (count) => `in ${plural(count, "hour")}`,
      days: (count) => `in ${plural(count, "day")}`,
    }),
  problem: englishProblem,
  failureLine: (facts) => `${englishFailure(facts).what} ${englishFailure(facts).next}`,
  bug: "This is a mistake in sluice. Please report it with the lines below.",
  check: {
    summary: ({ files, cards, errors, warnings, left }) =>
      `${plural(files, "file")}, ${plural(cards, "card")}: ${plural(errors, "error")}, ${plural(warnings, "warning")}` +
      (left > 0 ? `, ${plural(left, "section")} left out (--json says why)` : ""),
    severity: { error: "error", warning: "warning", info: "info" },
    expected: "expected: ",
    fix: "fix: ",
    stubs: (count) => `${plural(count, "question")} without an answer`,
    none: "No cards. The README.md of a deck makes none: if the questions stand in it, name the file itself, sluice check DIR/README.md.",
    copied: ({ questions, original }) =>
      `${questions} questions of this file stand in ${original} already: delete them, or leave one of the two files out of the deck`,
  },
  add: {
    template:
      "The question goes behind ##, the answer (Markdown) below it. Save and close to add the card; leave it empty to add none.",
    added: (place, card) => `Added at ${place}: “${card}”`,
    nothing: "Nothing was written, so nothing was added.",
    elsewhere: (file) =>
      `${file} is no part of the deck in use; to review it, name it with --deck or sluice config set decks ...`,
  },
  cards: {
    none: "No cards.",
    total: (count) => plural(count, "card"),
    unsuspendNext: "To have one of them asked again: sluice cards --unsuspend ID",
    unsuspended: (card) => `“${card}” is asked again from now on.`,
    state: {
      new: "new",
      learning: "learning",
      review: "review",
      relearning: "relearning",
      suspended: "suspended",
      buried: "buried",
    },
  },
  due: {
    line: (review, learning, fresh) => `review ${review}   learning ${learning}   new ${fresh}`,
    next: (when) => `The next card comes ${when}.`,
    none: "No card is scheduled.",
  },
  history: {
    undone: (what) => `Undone: ${what}`,
    redone: (what) => `Redone: ${what}`,
    event: (type, card, rating) => {
      if (rating !== null) return `${en.review.grade[rating]} on “${card}”`;
      const verbs: Readonly<Record<string, string>> = {
        "card-suspended": "suspending",
        "card-unsuspended": "taking back the suspension of",
        "card-buried": "burying",
        "card-unburied": "digging out",
        "card-flagged": "flagging",
        "card-unflagged": "taking the flag off",
        "card-noted": "writing a note on",
        "card-relinked": "giving a history to",
      };
      return `${verbs[type] ?? type} “${card}”`;
    },
    relinked: (old, card) => `The history of ${old} goes on with “${card}”.`,
  },
  doctor: {
    journal: (files, events, unknown) =>
      `Journal: ${plural(files, "file")}, ${plural(events, "event")}` +
      (unknown > 0 ? `, ${unknown} of a kind this version doesn't know (kept)` : ""),
    torn: (file, bytes) => `${file}: the last line was cut off; ${plural(bytes, "byte")} of it are left out.`,
    brokenLine: (file, line) => `${file}:${line}: this line is no event; it is kept and counts for nothing.`,
    unwritten: (file, reason) => `${file} couldn't be written: ${reason}.`,
    snapshot: {
      current: "Snapshot: as the journal says.",
      behind: "Snapshot: a little behind the journal; the rest is read from there.",
      unfit: "Snapshot: from other journals; it is made anew.",
      missing: "Snapshot: none yet; it is made from the journal.",
      old: "Snapshot: of another version; it is made anew from the journal.",
      broken: "Snapshot: damaged; it is made anew from the journal.",
    },
    orphans: (count) =>
      count === 0
        ? "Every card with a history is in the notes."
        : `${plural(count, "card")} with a history ${count === 1 ? "is" : "are"} no longer in the notes; the history is kept.`,
    doubts: (count) =>
      `${count} of them may still be there, much reworded. You decide: sluice relink OLD NEW`,
    likeness: (percent) => `${percent}% alike`,
    healthy: "All is well.",
  },
  config: {
    set: (key, value) => `${key} = ${value}`,
    standard: " (default)",
    meaning: {
      lang: "language of the interface, and of the cards where there is a choice",
      decks: "folders and files of notes; without any, the deck that comes with sluice",
      newPerDay: "the most new cards on a day",
      reviewsPerDay: "the most reviews on a day",
      retention: "how likely an answer should still be known on the day it comes due",
      rollover: "the hour at which a new day begins",
      grades: "how many grades there are to choose from",
      learningSteps: "after these times a new card comes again, before days are counted",
      relearningSteps: "after these times a forgotten card comes again",
      learnAhead: "how much too early a card in learning may come if nothing else is left",
      weights: "the 21 weights of FSRS-6; without any, its own",
      theme: "dark, light, mono (no colours), contrast (nothing dim); auto asks the terminal",
      ambiguousWidth: "how wide the terminal draws signs such as “ ” … →",
      editor: "the editor that opens notes; without any, $VISUAL or $EDITOR",
    },
    stray: (file, keys) =>
      `${file} has ${keys.length === 1 ? "a key" : "keys"} that this sluice doesn't know and leaves alone: ${keys.join(", ")}`,
  },
};
