import { deckNews } from "../review/deck-news.ts";
import type { App, AppMessage, AppStep } from "./app-state.ts";
import { updateSession } from "./update-session.ts";

type NotesRead = AppMessage & { readonly type: "notes-read" };

/** Returns the app after the notes were read again: where it was, with what has changed and one line that says so. */
export function tellNews(app: App, { home, message, cause }: NotesRead): AppStep {
  const known: App = { ...app, home };
  if (message === null || app.session === null) {
    return [cause === "watch" ? { ...known, notice: { kind: "notes-changed" } } : known, []];
  }
  const news = deckNews(app.session, message);
  const [after, effects] = updateSession(known, message);
  return [news === null ? after : { ...after, notice: { kind: news } }, effects];
}
