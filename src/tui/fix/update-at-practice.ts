import type { FixAction } from "../../locale/practice-words.ts";
import { panelsOf, type Panel } from "../../pages/practice/practice-page.ts";
import type { Practice, PracticeEvent } from "../../practice/practice.ts";
import { causeAt, isCauseAsked } from "../../practice/root-cause.ts";
import { suggestedRating } from "../../practice/update-practice.ts";
import { RATINGS } from "../../schedule/memory.ts";
import { scrolled } from "../scroll.ts";
import type { FixApp, FixPressed, FixStep, OpenPractice } from "./fix-app.ts";
import { inPractice, keeping } from "./in-practice.ts";
import { backAtList } from "./update-at-list.ts";
import { atPicture } from "./update-at-picture.ts";

/** Returns the screens after a key at an attempt. */
export function atPractice(app: FixApp, action: FixAction, message: FixPressed): FixStep {
  const { open } = app;
  if (open === null) return [app, []];
  const event = eventOf(action, message, open);
  if (event !== null) return inPractice(app, { ...event, moment: message.moment });
  switch (action) {
    case "next-panel":
    case "previous-panel":
      return [turned(app, open, action === "next-panel" ? 1 : -1), []];
    case "scroll":
      return [{ ...app, offset: scrolled(app.offset, message) }, []];
    case "picture":
    case "step":
    case "landmark":
    case "select-input":
    case "move-input":
      return atPicture(app, open, action, message.key);
    case "grade":
    case "take-grade":
      return [{ ...app, open: { ...open, panel: "review" }, offset: 0 }, []];
    case "back":
      return [backAtList(app, message.extent), [...keeping(app, message.moment), { type: "leave" }]];
    default:
      return [app, []];
  }
}

/** Returns what a key means to the attempt; `null` if it is only about what is looked at. */
function eventOf(
  action: FixAction,
  { key }: FixPressed,
  { practice, panel }: OpenPractice,
): PracticeEvent | null {
  switch (action) {
    case "hint":
      return { type: "asked", for: "hint" };
    case "give-up":
      return { type: "asked", for: "reveal" };
    case "reset":
      return { type: "asked", for: "reset" };
    case "undo-reset":
      return { type: "reset-undone" };
    case "confirm":
      return { type: "confirmed" };
    case "decline":
      return { type: "declined" };
    case "edit":
      return { type: "editor-wanted" };
    case "run":
      return { type: "saved" };
    default:
      return eventAtEnd(action, key, { practice, panel });
  }
}

/** Where the attempt has ended: the root cause is picked where it is asked for, and then it is rated. */
function eventAtEnd(
  action: FixAction,
  key: string,
  { practice, panel }: Pick<OpenPractice, "practice" | "panel">,
): PracticeEvent | null {
  const { stage } = practice;
  if (stage.type !== "explaining") return null;
  if (action === "pick") return panel === "review" ? pickedCause(practice, key) : null;
  // Whoever has not looked back yet is led there first: nothing is rated unseen.
  if (isCauseAsked(practice) || (stage.cause === null && panel !== "review")) return null;
  const rating = RATINGS[Number(key) - 1];
  if (action === "grade" && rating !== undefined) return { type: "rated", rating };
  return action === "take-grade" ? { type: "rated", rating: suggestedRating(practice, stage.end) } : null;
}

/** A letter names an option by its place on the screen. */
function pickedCause({ exercise }: Practice, key: string): PracticeEvent | null {
  const option = causeAt(exercise, key.toLowerCase().charCodeAt(0) - "a".charCodeAt(0));
  return option === undefined ? null : { type: "cause-picked", option };
}

function turned(app: FixApp, open: OpenPractice, step: number): FixApp {
  const panels = panelsOf(open.practice);
  const index = (panels.indexOf(open.panel) + step + panels.length) % panels.length;
  const panel: Panel = panels[index] ?? "ticket";
  return { ...app, open: { ...open, panel }, offset: 0 };
}
