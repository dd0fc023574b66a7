import { render, type RenderOptions } from "ink";

import type { Moment } from "../base/day.ts";
import { Failure } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { HomeFacts } from "../pages/home-page.ts";
import type { Effect, Message, Session } from "../review/session.ts";
import { startApp, type App, type AppEffect, type AppMessage } from "./app-state.ts";
import { AppScreen } from "./app.tsx";
import type { Painter } from "./painter.ts";
import { createProgram } from "./program.ts";
import type { ThemeWish } from "./theme.ts";
import { themeFor } from "./theme.ts";
import { updateApp } from "./update-app.ts";

/** A sitting that is ready to begin, and who draws its cards. */
export interface Sitting {
  readonly session: Session;
  readonly painter: Painter;
}

/** What the full screen needs from outside: clock, notes, journal and settings. */
export interface TuiWorld {
  readonly lang: Lang;
  /** Where it begins: on the first screen, or in the review that this would start. */
  readonly from: "home" | "review";
  readonly theme: ThemeWish;
  readonly now: () => Moment;
  /** Returns what today holds, by what is on disk. */
  readonly home: (lang: Lang) => HomeFacts;
  /** Opens the history for writing and starts a sitting. Rejects with a Failure if it can't. */
  readonly openSitting: (extra: number, lang: Lang) => Promise<Sitting>;
  /** Does what a sitting wants; returns what came of it. It doesn't throw Failures. */
  readonly perform: (effect: Effect) => Message;
  /** Lets others write. */
  readonly closeSitting: () => void;
  readonly rememberLanguage: (lang: Lang) => void;
  /** Loads what a sitting will need while the first screen is read. */
  readonly preload: () => void;
}

/** Time in a sitting passes in steps of so many milliseconds: a card whose step is over turns up. */
const TICK = 1000;

/** How the full screen was left: by a key that means it or by an interruption; `session` is the last sitting, if there was one. */
export interface TuiEnd {
  readonly session: Session | null;
  readonly how: "key" | "interruption";
}

/** How a real terminal is drawn to: on its other screen, and only what has changed. */
const SCREEN: RenderOptions = {
  alternateScreen: true,
  exitOnCtrlC: false,
  incrementalRendering: true,
  maxFps: 60,
  patchConsole: false,
};

/** Runs the full screen until the learner leaves; returns how that was, and the last sitting. */
export async function runTui(world: TuiWorld, screenOptions: RenderOptions = SCREEN): Promise<TuiEnd> {
  let painter: Painter | null = null;
  let last: Session | null = null;
  let how: TuiEnd["how"] = "key";
  const program = createProgram<App, AppMessage, AppEffect>({
    start: startApp(world.lang, world.home(world.lang)),
    update: updateApp,
    perform: (effect, send) => {
      if (effect.type === "quit") {
        how = effect.how;
        screen.unmount();
      } else if (effect.type === "open") void open(effect.extra, send);
      else performNow(world, effect, send, program.state());
    },
  });
  const open = async (extra: number, send: (message: AppMessage) => void): Promise<void> => {
    const opened = await openSitting(world, extra, program.state().lang);
    if (opened.type === "opened") painter = opened.painter;
    send(opened.type === "opened" ? { type: "opened", session: opened.session } : opened);
  };
  const stopFollowing = program.subscribe(() => {
    last = program.state().session ?? last;
  });
  const screen = render(
    <AppScreen program={program} painter={() => painter} now={world.now} theme={themeFor(world.theme)} />,
    screenOptions,
  );
  const ticking = setInterval(() => {
    if (program.state().session !== null)
      program.send({ type: "session", message: { type: "ticked", moment: world.now() } });
  }, TICK);
  if (world.from === "review") void open(0, program.send);
  else setTimeout(world.preload, 50);
  await screen.waitUntilExit();
  clearInterval(ticking);
  stopFollowing();
  return { session: last, how };
}

type Opened =
  | { readonly type: "opened"; readonly session: Session; readonly painter: Painter }
  | (AppMessage & { readonly type: "open-failed" });

async function openSitting(world: TuiWorld, extra: number, lang: Lang): Promise<Opened> {
  try {
    const { session, painter } = await world.openSitting(extra, lang);
    return { type: "opened", session, painter };
  } catch (error) {
    if (error instanceof Failure) return { type: "open-failed", failure: error.facts };
    throw error;
  }
}

function performNow(
  world: TuiWorld,
  effect: Exclude<AppEffect, { readonly type: "open" | "quit" }>,
  send: (message: AppMessage) => void,
  app: App,
): void {
  switch (effect.type) {
    case "session":
      send({ type: "session", message: world.perform(effect.effect) });
      break;
    case "close":
      world.closeSitting();
      send({ type: "home-changed", home: world.home(app.lang) });
      break;
    default:
      world.rememberLanguage(effect.lang);
      send({ type: "home-changed", home: world.home(effect.lang) });
  }
}
