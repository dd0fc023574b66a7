import type { CardId } from "../card/card.ts";
import type { Session } from "../review/session.ts";
import { startSession } from "../review/session.ts";
import { runTui } from "../tui/run-tui.tsx";
import type { Sitting, TuiWorld } from "../tui/tui-world.ts";
import { DONE, INTERRUPTED } from "./command.ts";
import { deckPaths, momentOf, type Context } from "./context.ts";
import { editorOf, runEditor } from "./editor.ts";
import { rememberLanguage } from "./remember-language.ts";
import { ScreenNotes } from "./screen-notes.ts";

/** Runs the full screen, from the first screen or straight into the review. */
export async function runScreen(context: Context, from: "home" | "review"): Promise<number> {
  const notes = await ScreenNotes.open(context);
  try {
    return await alternate(context, notes, from);
  } finally {
    notes.closeSitting();
  }
}

/** Runs the screens of cards and those of exercises in turn, as the learner goes from one to the other. */
async function alternate(context: Context, notes: ScreenNotes, from: "home" | "review"): Promise<number> {
  let { lang } = context;
  const worldNow = (first: TuiWorld["from"], carried: Session["answers"]): TuiWorld => ({
    ...worldOf(context, notes, first, carried),
    lang,
    rememberLanguage: (chosen) => {
      lang = chosen;
      rememberLanguage(context, chosen);
    },
  });
  let end = await runTui(worldNow(from, []));
  let answers: Session["answers"] = end.session?.answers ?? [];
  while (typeof end.how === "object") {
    const { exercise } = end.how;
    notes.closeSitting();
    const code = await fixMeanwhile({ ...context, lang }, exercise);
    if (code !== DONE) return code;
    await notes.read();
    const carried = answers;
    end = await runTui(worldNow(exercise === null ? "home" : "review", carried));
    answers = end.session?.answers ?? carried;
  }
  tellEnd(context, answers.length);
  return end.how === "interruption" ? INTERRUPTED : DONE;
}

/** The screens of exercises are loaded when they are wanted. */
async function fixMeanwhile(context: Context, id: CardId | null): Promise<number> {
  const [{ loadExercises }, { runFixScreen }] = await Promise.all([
    import("../store/load-exercises.ts"),
    import("./fix-screen.ts"),
  ]);
  const { exercises } = await loadExercises(deckPaths(context));
  return await runFixScreen(context, exercises, exercises.find((exercise) => exercise.id === id) ?? null);
}

/** `carried` are the answers that were given before the learner went to mend a job. */
function worldOf(
  context: Context,
  notes: ScreenNotes,
  from: "home" | "review",
  carried: Session["answers"] = [],
): TuiWorld {
  return {
    lang: context.lang,
    from,
    theme: { setting: context.config.theme, environment: context.terminal.environment },
    now: () => momentOf(context),
    home: (lang) => notes.home(lang),
    openSitting: async (extra, lang): Promise<Sitting> => {
      const [{ createPainter }, opened] = await Promise.all([
        import("./card-painter.ts"),
        notes.openSitting(extra, lang),
      ]);
      const session = { ...startSession(opened.start), answers: carried };
      return { session, painter: createPainter(context, opened) };
    },
    perform: (effect) => notes.sitting.perform(effect),
    closeSitting: () => notes.closeSitting(),
    rememberLanguage: (lang) => rememberLanguage(context, lang),
    edit: async (place, lend) => {
      const editor = editorOf(context);
      await lend(() => runEditor(context, editor, place));
    },
    readNotes: () => notes.read(),
    watchNotes: (listener) => notes.watch(listener),
    preload: () => void import("./card-painter.ts"),
  };
}

/** What is left on the terminal when the full screen is gone. */
function tellEnd({ terminal, words }: Context, answers: number): void {
  if (answers === 0) return;
  terminal.print(`sluice: ${words.summary.answers(answers)} · ${words.summary.saved}`);
}
