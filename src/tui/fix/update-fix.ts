import { otherLang } from "../../base/lang.ts";
import { unreachable } from "../../base/never.ts";
import type { FixAction } from "../../locale/practice-words.ts";
import { withText } from "../line-input.ts";
import { scrolled } from "../scroll.ts";
import type { FixApp, FixMessage, FixPressed, FixStep } from "./fix-app.ts";
import { fixActionOf, type FixScope } from "./fix-keymap.ts";
import { inPractice, keeping } from "./in-practice.ts";
import { withPictureNews } from "./picture-news.ts";
import { atList, whileSearching, withListed } from "./update-at-list.ts";
import { atPractice } from "./update-at-practice.ts";

/** Returns the screens of exercises after `message`, and what they want done. */
export function updateFix(app: FixApp, message: FixMessage): FixStep {
  switch (message.type) {
    case "pressed":
      return pressed({ ...app, notice: null }, message);
    case "entered":
      return [app.writing === null ? app : { ...app, writing: withText(app.writing, message.text) }, []];
    case "listed":
      return [withListed(app, message.listed), []];
    case "opened":
      return [
        {
          ...app,
          screen: "practice",
          offset: 0,
          open: { ...message.open, practice: message.start, panel: "ticket", picture: null, advice: [] },
        },
        [],
      ];
    case "open-failed":
      return [{ ...app, screen: "list", notice: { kind: "failed", failure: message.failure } }, []];
    case "trust-wanted":
      return [{ ...app, screen: "trust", doubt: message }, []];
    case "practice":
      return inPractice(app, message.message);
    case "text-read":
      return [
        app.open === null ? app : { ...app, open: { ...app.open, text: message.text, advice: [] } },
        [],
      ];
    case "advised":
      return [withAdvice(app, message), []];
    case "shown":
    case "compared":
    case "moved":
    case "swept":
      return [withPictureNews(app, message), []];
    default:
      return unreachable(message);
  }
}

/** What belongs to an older run than the newest is no news. */
function withAdvice(app: FixApp, { run, advice }: Extract<FixMessage, { readonly type: "advised" }>): FixApp {
  const { open } = app;
  return open === null || open.practice.run.number !== run ? app : { ...app, open: { ...open, advice } };
}

/** Returns whose keys count. */
export function fixScopeOf(app: FixApp): FixScope {
  if (app.overlay !== null) return "overlay";
  if (app.writing !== null) return "searching";
  if (app.screen === "trust") return "trusting";
  if (app.screen !== "practice" || app.open === null) return "list";
  const { asked, stage } = app.open.practice;
  if (asked !== null) return "asked";
  if (stage.type === "working" || stage.type === "over") return stage.type;
  return "explaining";
}

function pressed(app: FixApp, message: FixPressed): FixStep {
  // What is on its way to the disk is waited for: it takes no longer than a blink.
  if (app.open?.practice.stage.type === "saving") return [app, []];
  const scope = fixScopeOf(app);
  const action = fixActionOf(scope, message.key);
  if (action === "quit") return quit(app, message);
  if (scope === "searching") return whileSearching(app, action, message);
  if (action === null || app.screen === "opening") return [app, []];
  return scope === "overlay" ? inOverlay(app, action, message) : inFront(app, action, message);
}

function quit(app: FixApp, { key, moment }: FixPressed): FixStep {
  const how = key === "ctrl-c" ? "interruption" : "key";
  return [app, [...keeping(app, moment), { type: "leave" }, { type: "quit", how }]];
}

function inFront(app: FixApp, action: FixAction, message: FixPressed): FixStep {
  if (action === "help") return [{ ...app, overlay: "keys", offset: 0 }, []];
  if (action !== "language") return atScreen(app, action, message);
  const lang = otherLang(app.lang);
  return [{ ...app, lang }, [{ type: "remember-language", lang }]];
}

function atScreen(app: FixApp, action: FixAction, message: FixPressed): FixStep {
  switch (fixScopeOf(app)) {
    case "trusting":
      return trusting(app, action);
    case "list":
      return atList(app, action, message);
    default:
      return atPractice(app, action, message);
  }
}

function inOverlay(app: FixApp, action: FixAction, message: FixPressed): FixStep {
  if (action === "scroll") return [{ ...app, offset: scrolled(app.offset, message) }, []];
  return [{ ...app, overlay: null, offset: 0 }, []];
}

/** Programs of strangers run only after a yes. */
function trusting(app: FixApp, action: FixAction): FixStep {
  const { doubt } = app;
  if (action === "confirm" && doubt !== null)
    return [
      { ...app, screen: "opening", doubt: null },
      [{ type: "trust-and-open", exercise: doubt.exercise }],
    ];
  return [{ ...app, screen: "list", doubt: null }, [{ type: "leave" }]];
}
