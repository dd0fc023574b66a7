import { render, type RenderOptions } from "ink";

import { Failure } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { Session } from "../review/session.ts";
import { startApp, type App, type AppEffect, type AppMessage, type Leaving } from "./app-state.ts";
import { AppScreen } from "./app.tsx";
import type { Painter } from "./painter.ts";
import { createProgram } from "./program.ts";
import { SCREEN } from "./screen-options.ts";
import { themeFor } from "./theme.ts";
import type { Lend, TuiWorld } from "./tui-world.ts";
import { updateApp } from "./update-app.ts";
import { goOutside } from "./world-news.ts";

/** How the full screen was left; `session` is the last sitting, if there was one. */
export interface TuiEnd {
  readonly session: Session | null;
  readonly how: Leaving;
}

/** Runs the full screen until the learner leaves; returns how that was, and the last sitting. */
export async function runTui(world: TuiWorld, screenOptions: RenderOptions = SCREEN): Promise<TuiEnd> {
  let painter: Painter | null = null;
  const end: { -readonly [Key in keyof TuiEnd]: TuiEnd[Key] } = { session: null, how: "key" };
  let lend: Lend = (run) => run();
  const program = createProgram<App, AppMessage, AppEffect>({
    start: startApp(world.lang, world.home(world.lang)),
    update: updateApp,
    perform: (effect, send) => {
      if (effect.type === "quit") {
        end.how = effect.how;
        screen.unmount();
      } else if (effect.type === "open") void open(effect.extra);
      else if (effect.type === "edit") outside.edit(effect.place, lend);
      else performNow(world, effect, send, program.state());
    },
  });
  const open = async (extra: number): Promise<void> => {
    const opened = await openSitting(world, extra, program.state().lang);
    if (opened.type === "opened") ({ painter } = opened);
    program.send(opened);
  };
  program.subscribe(() => void (end.session = program.state().session ?? end.session));
  const screen = render(
    <AppScreen
      program={program}
      painter={() => painter}
      now={world.now}
      theme={themeFor(world.theme)}
      onLend={(lender) => (lend = lender)}
    />,
    screenOptions,
  );
  const outside = goOutside(world, program);
  if (world.from === "review") void open(0);
  else setTimeout(world.preload, 50);
  await screen.waitUntilExit();
  outside.stop();
  return end;
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
  effect: Exclude<AppEffect, { readonly type: "open" | "quit" | "edit" }>,
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
