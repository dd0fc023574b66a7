import { messagesIn } from "../../locale/choose.ts";
import type { Messages } from "../../locale/messages.ts";
import { msUntil, untilDue } from "../../pages/intervals.ts";
import { keyHintRow } from "../../pages/key-hints.ts";
import { columnWidth, type Page, type Size } from "../../pages/layout.ts";
import { keysPage } from "../../pages/overlay-pages.ts";
import { exerciseListPage } from "../../pages/practice/exercise-list-page.ts";
import { exerciseText } from "../../pages/practice/exercise-text.ts";
import { practicePage, type PracticeFacts } from "../../pages/practice/practice-page.ts";
import { noticeRows } from "../../pages/review-page.ts";
import { EMPTY_ROW, row, type Row } from "../../pages/row.ts";
import { signs } from "../../pages/signs.ts";
import { wrapRow } from "../../pages/wrap.ts";
import { endingOf } from "../../practice/ending.ts";
import { suggestedRating } from "../../practice/update-practice.ts";
import type { Drawing, FixStyle } from "./drawing.ts";
import type { FixApp, OpenPractice } from "./fix-app.ts";
import { shownExercises } from "./fix-app.ts";
import { FIX_KEYMAP } from "./fix-keymap.ts";
import { fixScopeOf } from "./update-fix.ts";
import { panelRows } from "./view-panels.ts";

/** Returns what is in front: the overlay, else the list or the attempt. */
export function viewFix(app: FixApp, style: FixStyle, size: Size): Page {
  const words = messagesIn(app.lang);
  if (app.overlay === "keys") return keysPage(keyLines(app, words), size, words);
  if (app.screen === "trust" && app.doubt !== null) return trustPage(app.doubt.deck, size, words);
  if (app.screen !== "practice" || app.open === null) return listPage(app, size, words);
  return practicePage(practiceFacts(app, app.open, { style, size, words }), size, words);
}

function keyLines(app: FixApp, words: Messages) {
  const scope = fixScopeOf({ ...app, overlay: null });
  return FIX_KEYMAP[scope].map(({ shown, action }) => ({ keys: shown, does: words.practice.keys[action] }));
}

function trustPage(deck: string, size: Size, words: Messages): Page {
  const keys = [
    { key: "y", does: words.practice.run },
    { key: "Esc", does: words.keys.cancel },
  ];
  return {
    head: [EMPTY_ROW, row(words.practice.exercises, "accent", "bold"), EMPTY_ROW],
    body: words.fix.trust.what(deck).flatMap((line) => [...wrapRow(row(line), columnWidth(size)), EMPTY_ROW]),
    foot: [EMPTY_ROW, keyHintRow(keys, size)],
  };
}

function listPage(app: FixApp, size: Size, words: Messages): Page {
  const { listed, lang, selected } = app;
  const filtered =
    app.filter === "all" && app.search === "" ? [] : [words.practice.showing[app.filter], app.search];
  const told = filtered.filter((part) => part !== "").join(signs(" · "));
  return exerciseListPage(
    {
      shown: shownExercises(app),
      total: listed.length,
      done: listed.filter(({ standing }) => standing !== "new").length,
      selected,
      search: app.writing,
      lang,
      notice: app.notice === null && told !== "" ? [row(told, "quiet")] : noticeOf(app, size, words),
    },
    size,
    words,
  );
}

function practiceFacts(app: FixApp, open: OpenPractice, drawing: Drawing): PracticeFacts {
  const { words } = drawing;
  const { practice, panel } = open;
  const { stage } = practice;
  const [lang, text] = exerciseText(practice.exercise, app.lang);
  const end = stage.type === "over" ? null : (endingOf(stage)?.end ?? null);
  return {
    practice,
    text,
    lang,
    panel,
    rows: panelRows(open, { ...drawing, text, lang }),
    intervals: end === null ? null : untilDue(open.outlook, words),
    taken: end === null ? "again" : suggestedRating(practice, end),
    notice: practiceNotice(app, open, drawing),
  };
}

function practiceNotice(app: FixApp, { practice, panel }: OpenPractice, drawing: Drawing): readonly Row[] {
  const { size, words, style } = drawing;
  const { moment } = style;
  const { stage } = practice;
  if (stage.type === "over") {
    const when = words.inTime(msUntil(stage.memory, moment));
    return noticeRows(words.practice.recorded(words.review.grade[stage.rating], when), "good", size);
  }
  const isUnseen = stage.type === "explaining" && stage.cause === null && panel !== "review";
  if (isUnseen && app.notice === null) return noticeRows(words.practice.lookBackFirst, "quiet", size);
  return noticeOf(app, size, words);
}

function noticeOf({ notice }: FixApp, size: Size, words: Messages): readonly Row[] {
  if (notice === null) return [];
  if (notice.kind === "failed") return noticeRows(words.failureLine(notice.failure), "bad", size);
  return noticeRows(
    notice.kind === "reset" ? words.practice.wasReset : words.practice.resetUndone,
    "good",
    size,
  );
}
