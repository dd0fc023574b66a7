import { otherLang } from "../base/lang.ts";
import { unreachable } from "../base/never.ts";
import type { Card } from "../card/card.ts";
import type { KeyAction } from "../locale/messages.ts";
import { homeChoices } from "../pages/home-page.ts";
import type { LineInput } from "../pages/input-rows.ts";
import type { App, AppMessage, AppStep } from "./app-state.ts";
import { actionOf, type KeyScope } from "./keymap.ts";
import { withText } from "./line-input.ts";
import { tellNews } from "./notes-news.ts";
import { END, scrolled } from "./scroll.ts";
import { updateReview } from "./update-review.ts";
import { showingOf, updateSession } from "./update-session.ts";
import { updateWriting } from "./update-writing.ts";

type Pressed = AppMessage & { readonly type: "pressed" };

/** Returns the app after `message`, and what it wants done. */
export function updateApp(app: App, message: AppMessage): AppStep {
  switch (message.type) {
    case "pressed":
      return pressed({ ...app, notice: null }, message);
    case "entered":
      return [takesText(scopeOf(app)) ? written(app, withText(app.line, message.text)) : app, []];
    case "opened":
      return [{ ...app, screen: "review", session: message.session, offset: 0, notice: null }, []];
    case "open-failed":
      return [{ ...app, screen: "home", notice: { kind: "failed", failure: message.failure } }, []];
    case "session":
      return updateSession(app, message.message);
    case "home-changed":
      return [{ ...app, home: message.home }, []];
    case "notes-read":
      return tellNews(app, message);
    case "notes-failed":
      return [{ ...app, notice: { kind: "failed", failure: message.failure } }, []];
    default:
      return unreachable(message);
  }
}

/** An answer is written below its question: whoever writes sees the end of the page. */
function written(app: App, line: LineInput): App {
  return { ...app, line, notice: null, offset: app.writing === null ? END : app.offset };
}

/** Returns whose keys count. */
export function scopeOf(app: App): KeyScope {
  if (app.overlay !== null) return "overlay";
  if (app.screen !== "review") return app.screen === "summary" ? "summary" : "home";
  const showing = app.session === null ? null : showingOf(app.session);
  if (showing === null) return "idle";
  if (app.writing !== null) return "writing";
  return showing.kind === "asking" && wantsTyping(showing.card) ? "typing" : showing.kind;
}

/** Tells whether characters are text there, and no keys. */
export function takesText(scope: KeyScope): boolean {
  return scope === "typing" || scope === "writing";
}

/** Tells whether a card is answered by typing. */
function wantsTyping({ kind }: Card): boolean {
  return kind === "typed" || kind === "number";
}

function pressed(app: App, message: Pressed): AppStep {
  const scope = scopeOf(app);
  const action = actionOf(scope, message.key, message.options.count);
  if (action === null) return [app, []];
  if (action === "quit")
    return [
      app,
      [{ type: "close" }, { type: "quit", how: message.key === "ctrl-c" ? "interruption" : "key" }],
    ];
  if (scope === "overlay") return inOverlay(app, action, message);
  if (scope === "writing") return updateWriting(app, action, message);
  if (action === "help") return [{ ...app, overlay: "keys", offset: 0 }, []];
  if (app.screen === "opening") return [app, []];
  return app.screen === "home" ? atHome(app, action, message) : updateReview(app, action, message);
}

function inOverlay(app: App, action: KeyAction, message: Pressed): AppStep {
  if (action === "scroll") return [{ ...app, offset: scrolled(app.offset, message) }, []];
  const closed: App = { ...app, overlay: null, offset: 0 };
  if (action !== "edit") return [closed, []];
  return app.overlay === "keys" ? [app, []] : updateReview(closed, action, message);
}

function atHome(app: App, action: KeyAction, message: Pressed): AppStep {
  const choices = homeChoices(app.home);
  switch (action) {
    case "move": {
      const step = message.key === "up" || message.key === "k" ? -1 : 1;
      const selected = Math.max(0, Math.min(choices.length - 1, app.selected + step));
      return [{ ...app, selected }, []];
    }
    case "language": {
      const lang = otherLang(app.lang);
      return [{ ...app, lang }, [{ type: "remember-language", lang }]];
    }
    case "fix":
      return [app, [{ type: "quit", how: { exercise: null } }]];
    case "start": {
      const choice = choices[app.selected] ?? choices[0];
      if (choice === undefined) return [app, []];
      if (choice === "fix") return [app, [{ type: "quit", how: { exercise: null } }]];
      return [
        { ...app, screen: "opening" },
        [{ type: "open", extra: choice === "more" ? app.home.extra : 0 }],
      ];
    }
    default:
      return [app, []];
  }
}
