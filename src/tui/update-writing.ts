import { cardProgress } from "../history/progress.ts";
import type { KeyAction } from "../locale/messages.ts";
import type { Session, Showing, Wish } from "../review/session.ts";
import type { App, AppMessage, AppStep, Writing } from "./app-state.ts";
import { edited, EMPTY_LINE, lineOf, textOn } from "./line-input.ts";
import { updateSession } from "./update-session.ts";

type Pressed = AppMessage & { readonly type: "pressed" };

/** Returns the app with a line to write the learner's note on; the one that there is stands on it. */
export function writeNote(app: App, session: Session, { card }: Showing): App {
  const { note = "" } = cardProgress(session.progress, card.id);
  return { ...app, writing: "note", line: lineOf(note) };
}

/** Returns the app with a line for the reason of a flag; a flag that there is, is taken off without a word. */
export function writeReason(app: App, session: Session, { card }: Showing, { moment }: Pressed): AppStep {
  return cardProgress(session.progress, card.id).flag === null
    ? [{ ...app, writing: "reason", line: EMPTY_LINE }, []]
    : updateSession(app, { type: "flagged", reason: "", moment });
}

/** Returns the app after a key while a line is written at the bottom. */
export function updateWriting(app: App, action: KeyAction, { key, moment }: Pressed): AppStep {
  const { writing, line } = app;
  if (writing === null) return [app, []];
  const left: App = { ...app, writing: null, line: EMPTY_LINE };
  switch (action) {
    case "save":
      return updateSession(left, { ...wishOf(writing, textOn(line).trim()), moment });
    case "cancel":
      return [left, []];
    default:
      return [{ ...app, line: edited(line, key) }, []];
  }
}

function wishOf(writing: Writing, text: string): Wish {
  return writing === "note" ? { type: "noted", note: text } : { type: "flagged", reason: text };
}
