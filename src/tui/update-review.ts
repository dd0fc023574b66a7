import type { KeyAction } from "../locale/messages.ts";
import type { Picked } from "../pages/picked.ts";
import { ratingsIn } from "../review/attempt.ts";
import type { Session, Showing, Wish } from "../review/session.ts";
import { RATINGS, type Rating } from "../schedule/memory.ts";
import type { App, AppMessage, AppStep, Options } from "./app-state.ts";
import type { KeyName } from "./key-name.ts";
import { optionOf } from "./keymap.ts";
import { edited, textOn } from "./line-input.ts";
import { END, scrolled } from "./scroll.ts";
import { showingOf, updateSession } from "./update-session.ts";
import { writeNote, writeReason } from "./update-writing.ts";

type Pressed = AppMessage & { readonly type: "pressed" };

/** Keys that are one wish to the sitting, whatever is in front. */
const WISHES: Readonly<Partial<Record<KeyAction, Wish>>> = {
  undo: { type: "undone" },
  redo: { type: "redone" },
  suspend: { type: "suspended" },
  bury: { type: "buried" },
  language: { type: "flipped-language" },
};

/** Returns the app after a key in a sitting or at its end. */
export function updateReview(app: App, action: KeyAction, message: Pressed): AppStep {
  const wish = WISHES[action];
  if (wish !== undefined) return wished(app, wish, message);
  switch (action) {
    case "reveal":
      return reveal(app, message);
    case "grade":
      return grade(app, message);
    case "choose":
      return [{ ...app, picked: pick(app.picked, optionOf(message.key), message.options) }, []];
    case "erase":
    case "cursor":
      return [{ ...app, line: edited(app.line, message.key), offset: END }, []];
    case "scroll":
      return scrollOrMove(app, message);
    case "info":
      return [{ ...app, overlay: "info", offset: 0 }, []];
    case "source":
      return [{ ...app, overlay: "source", offset: message.sourceOffset }, []];
    case "home":
      return [{ ...app, screen: "home", session: null, offset: 0 }, [{ type: "close" }]];
    default:
      return onCard(app, action, message);
  }
}

/** Does what needs a card in front. */
function onCard(app: App, action: KeyAction, message: Pressed): AppStep {
  const { session } = app;
  const showing = session === null ? null : showingOf(session);
  if (session === null || showing === null) return [app, []];
  switch (action) {
    case "pick":
      return [{ ...app, grade: nextGrade(app, session, showing, message.key) }, []];
    case "note":
      return [writeNote(app, session, showing), []];
    case "flag":
      return writeReason(app, session, showing, message);
    case "edit":
      return [app, editEffects(showing)];
    default:
      return [app, []];
  }
}

function editEffects({ card, lang }: Showing): AppStep[1] {
  const place = card.faces[lang]?.place;
  return place === undefined ? [] : [{ type: "edit", place }];
}

function wished(app: App, wish: Wish, { moment }: Pressed): AppStep {
  return updateSession(app, { ...wish, moment });
}

function reveal(app: App, message: Pressed): AppStep {
  const card = app.session === null ? null : showingOf(app.session)?.card;
  if (card?.kind === "exercise") return [app, [{ type: "quit", how: { exercise: card.id } }]];
  const { options, accepted } = message;
  const text = textOn(app.line);
  if (text.trim() !== "") return wished({ ...app, offset: 0 }, { type: "typed", text, accepted }, message);
  if (options.count === 0) return wished(app, { type: "revealed" }, message);
  if (message.key === "space" && app.picked.cursor !== null) {
    return [{ ...app, picked: pick(app.picked, app.picked.cursor, options) }, []];
  }
  if (app.picked.options.length === 0) return wished(app, { type: "revealed" }, message);
  return wished(app, { type: "chose", options: app.picked.options, right: options.right }, message);
}

/** 1 to 4 grade; Enter and Space take the grade that is pointed at. */
function grade(app: App, message: Pressed): AppStep {
  const showing = app.session === null ? null : showingOf(app.session);
  if (showing === null) return [app, []];
  const rating = RATINGS[Number(message.key) - 1] ?? gradeTaken(app, showing);
  return wished(app, { type: "rated", rating }, message);
}

/** Returns the grade that Enter takes: the one the arrows have gone to, else the suggested one or, as in Anki, Good. */
export function gradeTaken(app: App, showing: Showing): Rating {
  return app.grade ?? (showing.kind === "revealed" ? showing.suggested : null) ?? "good";
}

function nextGrade(app: App, { rules }: Session, showing: Showing, key: KeyName): Rating {
  const offered = ratingsIn(rules.grades);
  const taken = gradeTaken(app, showing);
  return offered[offered.indexOf(taken) + (key === "left" ? -1 : 1)] ?? taken;
}

/** Picks or lets go of an option; where only one is right, a new pick takes the place of the old one. */
function pick(picked: Picked, option: number, { count, right }: Options): Picked {
  if (option < 0 || option >= count) return picked;
  const isPicked = picked.options.includes(option);
  const others = right.length === 1 ? [] : picked.options.filter((each) => each !== option);
  return {
    options: isPicked ? others : [...others, option].toSorted((one, other) => one - other),
    cursor: option,
  };
}

/** Keys that go from one option to the next, and which way. */
const STEPS: Readonly<Record<KeyName, number>> = { up: -1, k: -1, down: 1, j: 1 };

/** The arrows move from option to option while a choice is asked, else they scroll. */
function scrollOrMove(app: App, message: Pressed): AppStep {
  const isAsking = app.session !== null && showingOf(app.session)?.kind === "asking";
  const step = STEPS[message.key] ?? 0;
  if (!isAsking || message.options.count === 0 || step === 0)
    return [{ ...app, offset: scrolled(app.offset, message) }, []];
  const from = app.picked.cursor ?? (step > 0 ? -1 : message.options.count);
  const cursor = Math.max(0, Math.min(message.options.count - 1, from + step));
  return [{ ...app, picked: { ...app.picked, cursor } }, []];
}
