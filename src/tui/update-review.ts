import type { KeyAction } from "../locale/messages.ts";
import type { Picked } from "../pages/picked.ts";
import type { Wish } from "../review/session.ts";
import { RATINGS } from "../schedule/memory.ts";
import type { App, AppMessage, AppStep, Options } from "./app-state.ts";
import type { KeyName } from "./key-name.ts";
import { scrolled } from "./scroll.ts";
import { showingOf, updateSession } from "./update-session.ts";

type Pressed = AppMessage & { readonly type: "pressed" };

/** Keys that are one wish to the sitting, whatever is in front. */
const WISHES: Readonly<Partial<Record<KeyAction, Wish>>> = {
  undo: { type: "undone" },
  redo: { type: "redone" },
  suspend: { type: "suspended" },
  bury: { type: "buried" },
  flag: { type: "flagged", reason: "" },
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
      return [{ ...app, typed: withoutLast(app.typed) }, []];
    case "scroll":
      return scrollOrMove(app, message);
    case "info":
      return [{ ...app, overlay: "info", offset: 0 }, []];
    case "source":
      return [{ ...app, overlay: "source", offset: message.sourceOffset }, []];
    case "home":
      return [{ ...app, screen: "home", session: null, offset: 0 }, [{ type: "close" }]];
    default:
      return [app, []];
  }
}

function wished(app: App, wish: Wish, { moment }: Pressed): AppStep {
  return updateSession(app, { ...wish, moment });
}

function reveal(app: App, message: Pressed): AppStep {
  const { options, accepted } = message;
  if (app.typed.trim() !== "") return wished(app, { type: "typed", text: app.typed, accepted }, message);
  if (options.count === 0) return wished(app, { type: "revealed" }, message);
  if (message.key === "space" && app.picked.cursor !== null) {
    return [{ ...app, picked: pick(app.picked, app.picked.cursor, options) }, []];
  }
  if (app.picked.options.length === 0) return wished(app, { type: "revealed" }, message);
  return wished(app, { type: "chose", options: app.picked.options, right: options.right }, message);
}

/** Takes away what a reader sees as one character, however many units it has. */
function withoutLast(text: string): string {
  const characters = [...new Intl.Segmenter().segment(text)];
  return text.slice(0, characters.at(-1)?.index ?? 0);
}

/** 1 to 4 grade; Enter and Space take the suggested grade or, as in Anki, Good. */
function grade(app: App, message: Pressed): AppStep {
  const showing = app.session === null ? null : showingOf(app.session);
  const suggested = showing?.kind === "revealed" ? showing.suggested : null;
  const rating = RATINGS[Number(message.key) - 1] ?? suggested ?? "good";
  return wished(app, { type: "rated", rating }, message);
}

function optionOf(key: KeyName): number {
  const number = Number(key);
  return Number.isNaN(number) ? key.toLowerCase().charCodeAt(0) - 97 : number - 1;
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
