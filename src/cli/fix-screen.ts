import type { CardId } from "../card/card.ts";
import type { Exercise } from "../card/exercise.ts";
import { cardProgress, type CardProgress, type Progress } from "../history/progress.ts";
import { createHighlight } from "../pages/markdown/highlight.ts";
import type { ListedExercise } from "../pages/practice/exercise-list-page.ts";
import { signSet } from "../pages/terminal-traits.ts";
import { openWorkspace } from "../store/exercise-workspace.ts";
import { readHistory } from "../store/store.ts";
import type { FixWorld } from "../tui/fix/fix-world.ts";
import { runFix } from "../tui/fix/run-fix.tsx";
import { typesFor } from "./begun-attempt.ts";
import { DONE, INTERRUPTED } from "./command.ts";
import { momentOf, type Context } from "./context.ts";
import { openExercise } from "./open-exercise.ts";
import { rememberLanguage } from "./remember-language.ts";
import { deckToAllow, trustDeckOf } from "./trust.ts";

/** Runs the screens of exercises: at the list, or with one exercise alone. Returns the exit code. */
export async function runFixScreen(
  context: Context,
  exercises: readonly Exercise[],
  only: Exercise | null,
): Promise<number> {
  const end = await runFix(worldOf(context, exercises, only));
  return end === "interruption" ? INTERRUPTED : DONE;
}

function worldOf(context: Context, exercises: readonly Exercise[], only: Exercise | null): FixWorld {
  const { config, terminal, lang } = context;
  let spoken = lang;
  return {
    lang,
    theme: { setting: config.theme, environment: terminal.environment },
    signs: signSet(),
    highlight: createHighlight(),
    now: () => momentOf(context),
    only,
    list: () => listed(context, exercises),
    untrustedDeck: (exercise) => deckToAllow(context, exercise, exercises),
    trust: (exercise) => trustDeckOf(context, exercise, exercises),
    open: (exercise) => openExercise(context, { exercise, exercises }, () => spoken),
    rememberLanguage: (wanted) => {
      spoken = wanted;
      rememberLanguage(context, wanted);
    },
  };
}

function listed(context: Context, exercises: readonly Exercise[]): readonly ListedExercise[] {
  const progress = readHistory(context.places).progress();
  return exercises.map((exercise) => ({ exercise, ...standingOf(context, exercise, progress) }));
}

function standingOf(
  context: Context,
  { id }: Exercise,
  progress: Progress,
): Pick<ListedExercise, "attempt" | "standing" | "due"> {
  const own = cardProgress(progress, id as CardId);
  const begun = openWorkspace(context.places.exercises, id, typesFor(context)).attempt();
  const standing = own.memory === null ? NEW : dueStanding(context, own.memory);
  return { attempt: begun === null ? "none" : "begun", ...standing };
}

const NEW = { standing: "new", due: "" } as const;

function dueStanding(
  context: Context,
  { due }: NonNullable<CardProgress["memory"]>,
): Pick<ListedExercise, "standing" | "due"> {
  const { day } = momentOf(context);
  if (due.kind === "instant" || due.day <= day) return { standing: "due", due: "" };
  return { standing: "done", due: due.day };
}
