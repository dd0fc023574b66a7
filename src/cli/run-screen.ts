import type { Lang } from "../base/lang.ts";
import type { Session } from "../review/session.ts";
import { startSession } from "../review/session.ts";
import { setSetting } from "../store/config-file.ts";
import { identifyDeck } from "../store/identify-deck.ts";
import { readHistory } from "../store/store.ts";
import { runTui, type Sitting, type TuiEnd, type TuiWorld } from "../tui/run-tui.tsx";
import { DONE, INTERRUPTED } from "./command.ts";
import { loadedDeck, momentOf, type Context } from "./context.ts";
import { homeFacts } from "./home-facts.ts";
import { openSitting, type OpenSitting } from "./sitting.ts";

/** Runs the full screen, from the first screen or straight into the review. */
export async function runScreen(context: Context, from: "home" | "review"): Promise<number> {
  const loaded = await loadedDeck(context);
  const known = await identifyDeck(loaded, readHistory(context.places));
  let { progress } = known;
  let open: OpenSitting | null = null;
  const close = (): void => {
    if (open === null) return;
    progress = open.store.progress();
    open.store.close();
    open = null;
  };
  const world: TuiWorld = {
    lang: context.lang,
    from,
    theme: { setting: context.config.theme, environment: context.terminal.environment },
    now: () => momentOf(context),
    home: (lang) => homeFacts(context, known, open?.store.progress() ?? progress, lang),
    openSitting: async (extra, lang): Promise<Sitting> => {
      const [{ createPainter }, opened] = await Promise.all([
        import("./card-painter.ts"),
        openSitting(context, loaded, extra, lang),
      ]);
      open = opened;
      return { session: startSession(opened.start), painter: createPainter(context, opened) };
    },
    perform: (effect) => {
      if (open === null) throw new Error("a closed sitting asked for something");
      return open.perform(effect);
    },
    closeSitting: close,
    rememberLanguage: (lang) => rememberLanguage(context, lang),
    preload: () => void import("./card-painter.ts"),
  };
  try {
    return codeOf(context, await runTui(world));
  } finally {
    close();
  }
}

/** Says what is left to say when the full screen is gone; returns the exit code. */
function codeOf(context: Context, { session, how }: TuiEnd): number {
  tellEnd(context, session);
  return how === "interruption" ? INTERRUPTED : DONE;
}

/** The language of the interface is a setting; where it can't be written it holds for this time only. */
function rememberLanguage({ places }: Context, lang: Lang): void {
  try {
    setSetting(places.config, "lang", lang);
  } catch {
    // The learner sees the other language, and asked for nothing more.
  }
}

/** What is left on the terminal when the full screen is gone. */
function tellEnd({ terminal, words }: Context, session: Session | null): void {
  if (session === null || session.answers.length === 0) return;
  const { answers, saved } = words.summary;
  terminal.print(`sluice: ${answers(session.answers.length)} · ${saved}`);
}
