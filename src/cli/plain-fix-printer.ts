import type { Moment } from "../base/day.ts";
import type { FailureFacts } from "../base/failure.ts";
import { otherLang, type Bilingual, type Lang } from "../base/lang.ts";
import type { Fault } from "../exercise/fault.ts";
import { messagesIn } from "../locale/choose.ts";
import type { Messages } from "../locale/messages.ts";
import type { PlainFixWords } from "../locale/plain-fix-words.ts";
import { msUntil } from "../pages/intervals.ts";
import { changeRows } from "../pages/practice/change-rows.ts";
import { pictureRows, type PictureView } from "../pages/practice/picture-view.ts";
import { adviceRows } from "../pages/practice/verdict-rows.ts";
import { row } from "../pages/row.ts";
import { signSet } from "../pages/terminal-traits.ts";
import { wrapRow } from "../pages/wrap.ts";
import type { Practice } from "../practice/practice.ts";
import { isCauseAsked } from "../practice/root-cause.ts";
import { suggestedRating } from "../practice/update-practice.ts";
import type { JudgedJob } from "../sandbox/exercise-runner.ts";
import type { Memory, Rating } from "../schedule/memory.ts";
import type { PlainExercise } from "./plain-exercise.ts";
import { PlainFixRows } from "./plain-fix-rows.ts";
import type { PlainSpeech } from "./plain-speech.ts";
import { verdictLines } from "./verdict-lines.ts";

/** Words of a talk about a job that stand for themselves. */
type Sentence = {
  readonly [Name in keyof PlainFixWords]: PlainFixWords[Name] extends string ? Name : never;
}[keyof PlainFixWords];

/** Prints what is said about a job line by line, in the language of the moment. */
export class PlainFixPrinter {
  readonly #open: PlainExercise;
  readonly #speech: PlainSpeech;
  #lang: Lang;

  constructor(lang: Lang, open: PlainExercise, speech: PlainSpeech) {
    this.#open = open;
    this.#speech = speech;
    this.#lang = lang;
  }

  /** Goes on in the other language, and returns that. */
  flipLanguage(): Lang {
    this.#lang = otherLang(this.#lang);
    return this.#lang;
  }

  ask(): void {
    this.#speech.ask();
  }

  say(sentence: Sentence): void {
    this.#tell(this.#words.plainFix[sentence]);
  }

  fail(failure: FailureFacts): void {
    this.#tell(this.#words.failureLine(failure));
  }

  unknown(line: string): void {
    this.#tell(this.#words.plain.unknown(line));
  }

  help(): void {
    for (const line of this.#words.plainFix.help) this.#tell(line);
  }

  ticket(practice: Practice): void {
    const { id, title } = practice.exercise;
    this.#speech.say(`${id}  ${title[this.#lang]}`);
    this.#speech.sayRows(this.#rows.ticketRows(practice));
    this.#speech.say("");
    this.#speech.say(this.#words.practice.yourFile(this.#open.file));
  }

  verdict(judged: JudgedJob): void {
    this.#speech.say("");
    for (const line of verdictLines(judged, this.#words, this.#speech.width)) this.#speech.say(line);
  }

  /** Prints what there is to say about a wrong fix that was expected, and what the type checker says. */
  besides(remark: Bilingual | null, advice: readonly Fault[]): void {
    if (remark !== null) {
      this.#speech.say("");
      this.#tell(remark[this.#lang]);
    }
    this.#speech.sayRows(adviceRows(advice, this.#words, this.#speech.width));
  }

  /** Prints what is asked for, or offered, where the attempt stands. */
  standing(practice: Practice): void {
    const { practice: words, plainFix } = this.#words;
    if (practice.asked !== null) {
      const price = { reveal: words.revealPrice, reset: plainFix.resetPrice };
      const { asked } = practice;
      this.#tell(asked === "hint" ? words.hintPrice(practice.attempt.hints + 1) : price[asked]);
      this.say("confirm");
    } else if (practice.stage.type === "explaining") {
      if (isCauseAsked(practice)) this.#tell(words.pickCause);
      else this.#speech.sayRows(this.#rows.gradeRows(practice, practice.stage.end, this.#open.outlook));
    }
  }

  /** Prints the rung of the ladder that was taken last, and how many there are above. */
  hint(practice: Practice): void {
    this.#speech.say(this.#words.plainFix.hint(practice.attempt.hints));
    this.#speech.sayRows(this.#rows.hintRows(practice));
  }

  putBack(what: "reset" | "undo-reset"): void {
    const { practice, plainFix } = this.#words;
    this.#tell(what === "reset" ? plainFix.wasReset : practice.resetUndone);
  }

  noMoreHints(): void {
    this.#tell(this.#words.practice.noMoreHints);
  }

  /** Prints the root-cause question; once it is answered, everything that is to be learned, and the grades. */
  lookBack(practice: Practice): void {
    this.#speech.say("");
    this.#speech.sayRows(this.#rows.lookBackRows(practice));
    if (!isCauseAsked(practice)) this.standing(practice);
  }

  changes({ variant }: Practice): void {
    const before = variant.file.text;
    this.#speech.sayRows(changeRows(before, this.#open.text() ?? "", this.#words, this.#speech.width));
  }

  /** Prints a picture of the run in words; `null`: there is none. */
  picture(view: PictureView | null): void {
    const { practice, trace } = this.#words;
    if (view === null) return this.#tell(practice.noPicture);
    const size = { columns: this.#speech.width, rows: Number.POSITIVE_INFINITY };
    const canvas = { size, signs: signSet(), form: "plain", words: trace } as const;
    this.#speech.sayRows(pictureRows(view, practice.yourJob, canvas));
    this.say("morePictures");
  }

  onlyLower(practice: Practice, end: "passed" | "revealed"): void {
    const most = this.#words.review.grade[suggestedRating(practice, end)];
    this.#tell(this.#words.plainFix.onlyLower(most));
  }

  /** Prints the acknowledgement of a rating that is on disk, alone on its line. */
  saved(event: string): void {
    this.#speech.acknowledge(`saved ${event}`);
  }

  recorded(rating: Rating, memory: Memory, moment: Moment): void {
    const { review, practice, inTime } = this.#words;
    this.#tell(practice.recorded(review.grade[rating], inTime(msUntil(memory, moment))));
  }

  /** Says that an attempt was left in the middle, and how to go on with it. */
  kept({ exercise }: Practice): void {
    this.#speech.say("");
    this.#tell(this.#words.plainFix.kept(`sluice fix ${exercise.id}`));
  }

  #tell(text: string): void {
    this.#speech.sayRows(wrapRow(row(text), this.#speech.width));
  }

  get #words(): Messages {
    return messagesIn(this.#lang);
  }

  get #rows(): PlainFixRows {
    return new PlainFixRows(this.#words, this.#speech.width);
  }
}
