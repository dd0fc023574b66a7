import { otherLang } from "../base/lang.ts";
import { chapterTitle } from "../card/deck.ts";
import { cardProgress, dayTally } from "../history/progress.ts";
import { messagesIn } from "../locale/choose.ts";
import type { Messages } from "../locale/messages.ts";
import { answerDiffRow } from "../pages/answer-diff.ts";
import { homePage } from "../pages/home-page.ts";
import { untilDue } from "../pages/intervals.ts";
import { columnWidth, wideWidth, type Page, type Size } from "../pages/layout.ts";
import { infoPage, keysPage, sourcePage } from "../pages/overlay-pages.ts";
import { noticeRows, reviewPage, type ReviewFacts } from "../pages/review-page.ts";
import { EMPTY_ROW, span, type Row } from "../pages/row.ts";
import { summaryPage } from "../pages/summary-page.ts";
import { wrapRow } from "../pages/wrap.ts";
import type { Session, Showing } from "../review/session.ts";
import type { App, Notice, Options } from "./app-state.ts";
import { keyLines } from "./keymap.ts";
import { NO_OPTIONS, type Drawing, type Painter } from "./painter.ts";
import { scopeOf } from "./update-app.ts";
import { gradeTaken } from "./update-review.ts";
import { showingOf } from "./update-session.ts";

/** Returns what is in front: the overlay, else the screen. `painter` is `null` as long as no sitting was opened. */
export function viewApp(app: App, painter: Painter | null, size: Size): Page {
  const words = messagesIn(app.lang);
  const { session } = app;
  if (app.overlay === "keys") {
    const options = optionsInFront(session, painter).count;
    return keysPage(keyLines(scopeOf({ ...app, overlay: null }), words.keys, options), size, words);
  }
  if (session === null || painter === null || app.screen === "home" || app.screen === "opening") {
    return homePage(
      { facts: app.home, selected: app.selected, notice: noticeOf(app.notice, null, size, words) },
      size,
      words,
    );
  }
  const showing = showingOf(session);
  if (showing === null || app.screen === "summary") {
    const notice = noticeOf(app.notice, session, size, words);
    return summaryPage(painter.summary(session), { extra: app.home.extra, notice }, size, words);
  }
  if (app.overlay === "info")
    return infoPage(painter.info(showing.card, showing.lang, session.moment), size, words);
  if (app.overlay === "source") return sourcePage(painter.source(showing.card, showing.lang), size, words);
  return reviewPage(reviewFacts(app, { session, showing, painter }, size, words), size, words);
}

/** Returns the options of the card in front. */
export function optionsInFront(session: Session | null, painter: Painter | null): Options {
  const showing = session === null ? null : showingOf(session);
  return showing === null || painter === null ? NO_OPTIONS : painter.options(showing.card, showing.lang);
}

interface InFront {
  readonly session: Session;
  readonly showing: Showing;
  readonly painter: Painter;
}

function reviewFacts(
  app: App,
  { session, showing, painter }: InFront,
  size: Size,
  words: Messages,
): ReviewFacts {
  const { card, lang } = showing;
  const face = card.faces[lang];
  const isRevealed = showing.kind === "revealed";
  const { counts } = session.queue;
  return {
    trail: [chapterTitle(session.deck, card.chapter, lang), ...(face?.trail ?? [])],
    answered: dayTally(session.progress, session.moment.day).answers,
    left: counts.review + counts.learning + counts.new,
    marks: marksOf(session, showing, words),
    question: painter.question(questionDrawing(app, showing, size)),
    ...linesOf(app),
    note: cardProgress(session.progress, card.id).note ?? "",
    answer: isRevealed
      ? [...attemptRows(showing, size, words), ...painter.answer(drawingOf(app, showing, size))]
      : null,
    intervals: isRevealed ? untilDue(showing.outlook, words) : null,
    grades: session.rules.grades,
    suggested: isRevealed ? showing.suggested : null,
    taken: gradeTaken(app, showing),
    options: painter.options(card, lang).count,
    asks: card.kind === "exercise" ? "fix" : asksFor(app, painter.options(card, lang)),
    otherLang: card.faces[otherLang(lang)] === undefined ? null : otherLang(lang),
    notice: noticeOf(app.notice, session, size, words),
  };
}

function drawingOf({ picked, lang: words }: App, { card, lang, kind }: Showing, size: Size): Drawing {
  const [width, wide] = [columnWidth(size), wideWidth(size)];
  return { card, lang, side: kind === "revealed" ? "back" : "front", picked, width, wide, words };
}

/** Cells that the bar before a question takes. */
const BAR = 2;

function questionDrawing(app: App, showing: Showing, size: Size): Drawing {
  const drawing = drawingOf(app, showing, size);
  return { ...drawing, width: drawing.width - BAR, wide: drawing.wide - BAR };
}

/** The line that is written: the answer, or something at the bottom. */
function linesOf(app: App): Pick<ReviewFacts, "typing" | "writing"> {
  return {
    typing: scopeOf({ ...app, overlay: null }) === "typing" ? app.line : null,
    writing: app.writing === null ? null : { line: app.line, what: app.writing },
  };
}

function asksFor(app: App, options: Options): ReviewFacts["asks"] {
  if (scopeOf({ ...app, overlay: null }) === "typing") return "type";
  return options.count > 0 ? "choose" : "reveal";
}

/** What was typed, held against what is right. */
function attemptRows(showing: Showing, size: Size, { review }: Messages): readonly Row[] {
  if (showing.kind !== "revealed" || showing.attempt?.kind !== "typed") return [];
  const line = [span(`${review.yourAnswer}  `, "quiet"), ...answerDiffRow(showing.attempt)];
  return [...wrapRow(line, columnWidth(size)), EMPTY_ROW];
}

function marksOf(session: Session, { card, lang }: Showing, words: Messages): readonly string[] {
  const { memory, flag } = cardProgress(session.progress, card.id);
  const isAlone = card.faces[otherLang(lang)] === undefined && lang !== session.rules.lang;
  return [
    memory === null ? words.review.fresh : memory.phase === "review" ? "" : words.review[memory.phase],
    flag === null ? "" : words.review.flagged,
    isAlone ? words.review.onlyIn(lang) : "",
  ].filter((mark) => mark !== "");
}

function noticeOf(
  notice: Notice | null,
  session: Session | null,
  size: Size,
  words: Messages,
): readonly Row[] {
  if (notice === null) {
    return session?.clock === "went-back" ? noticeRows(words.review.clockWentBack, "warning", size) : [];
  }
  if (notice.kind === "failed") return noticeRows(words.failureLine(notice.failure), "bad", size);
  const told = TOLD[notice.kind];
  return noticeRows(words.review[told], told === "notesChanged" ? "quiet" : "good", size);
}

/** The words for what just happened. */
const TOLD = {
  undone: "undone",
  redone: "redone",
  suspended: "suspended",
  buried: "buried",
  "flag-set": "flagSet",
  "flag-taken": "flagTaken",
  "note-set": "noteSet",
  "note-taken": "noteTaken",
  "notes-changed": "notesChanged",
  "card-changed": "cardChanged",
  "card-gone": "cardGone",
} as const;
