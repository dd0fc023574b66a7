import { Failure } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { CardId } from "../card/card.ts";
import type { Exercise } from "../card/exercise.ts";
import type { Variant } from "../exercise/variant.ts";
import { cardProgress, parametersOf, type Progress } from "../history/progress.ts";
import { startPractice, type PracticeEffect } from "../practice/practice.ts";
import { ExerciseRunner } from "../sandbox/exercise-runner.ts";
import { typeAdvice } from "../sandbox/type-advice.ts";
import { createExerciseScheduler } from "../schedule/exercise-scheduler.ts";
import type { ExerciseWorkspace } from "../store/exercise-workspace.ts";
import { lockExercise } from "../store/lock-exercise.ts";
import { signatureCache } from "../store/signature-cache.ts";
import { watchFile } from "../store/watch-file.ts";
import type { OpenExercise } from "../tui/fix/fix-world.ts";
import { goOnWith, type ChosenExercise } from "./begun-attempt.ts";
import { momentOf, type Context } from "./context.ts";
import { EditorBeside } from "./editor-beside.ts";
import { editorOf, runEditor } from "./editor.ts";
import { judgeWhole } from "./judge-whole.ts";
import type { PlainExercise } from "./plain-exercise.ts";
import { recordAttempt } from "./record-attempt.ts";

/**
 * Opens an exercise whose programs may run: goes on with an attempt that was begun, or begins one. What is put on record
 * is so in the language that `spoken` returns then. Until it is closed nobody else can open it. Throws the Failures
 * `locked`, `journal-read` and `file-write`.
 */
export function openExercise(context: Context, chosen: ChosenExercise, spoken: () => Lang): PlainExercise {
  const lock = lockExercise(context.places.exercises, chosen.exercise.id);
  try {
    const open = openLocked(context, chosen, spoken);
    return {
      ...open,
      close: () => {
        open.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLocked(context: Context, chosen: ChosenExercise, spoken: () => Lang): PlainExercise {
  const { exercise } = chosen;
  const { workspace, variant, attempt, progress } = goOnWith(context, chosen);
  const rate: PlainExercise["rate"] = async (effect) => {
    const recorded = await recordAttempt({ ...context, lang: spoken() }, exercise, variant, effect);
    endAttempt(workspace);
    return recorded;
  };
  return {
    start: startPractice(exercise, variant, attempt, momentOf(context)),
    outlook: outlookOf(context, exercise, progress),
    ...judging(context, exercise, variant),
    ...editing(context, workspace, variant),
    rate,
    record: async (effect) => (await rate(effect)).memory,
  };
}

/** The rating is on disk: an attempt that can't be taken away is known by its data as one that is on record. */
function endAttempt(workspace: ExerciseWorkspace): void {
  try {
    workspace.endAttempt();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** What runs jobs, and says something about wrong fixes that were foreseen. */
function judging(
  context: Context,
  exercise: Exercise,
  variant: Variant,
): Pick<PlainExercise, "judge" | "run" | "remarkOn" | "play" | "sweep" | "playBroken" | "close"> {
  const { program, places } = context;
  const { data } = variant;
  const signatures = signatureCache(places.cache, exercise, data);
  const runner = new ExerciseRunner({ program, exercise, data, signatures });
  // The broken job has a runner of its own: the learner's newest text waits for nobody.
  const other = new ExerciseRunner({ program, exercise, data });
  // A mutant that was handed out is what is to be mended, not a wrong fix.
  const own = exercise.mutants.find(({ path }) => path === variant.file.path)?.say;
  runner.prepare();
  return {
    judge: (text) => judgeWhole(runner, text),
    run: async (text, onVerdict) => {
      const judged = await runner.run(text, { onVerdict });
      return judged?.shown ?? null;
    },
    playBroken: (request) => other.play(variant.file.text, request),
    remarkOn: async (verdict) => {
      const remark = await runner.remarkOn(verdict);
      return remark === own ? null : remark;
    },
    play: (text, request) => runner.play(text, request),
    sweep: (text, promise) => runner.sweep(text, promise),
    close: () => {
      runner.close();
      other.close();
    },
  };
}

/** What the learner's file needs. */
function editing(
  context: Context,
  workspace: ExerciseWorkspace,
  variant: Variant,
): Pick<OpenExercise, "file" | "text" | "edit" | "advise" | "keep" | "watch"> {
  const beside = new EditorBeside(context);
  return {
    file: workspace.file,
    text: () => workspace.text(),
    edit: async (lend) => {
      const at = { file: workspace.file, line: firstFix(workspace) };
      if ((await beside.open(at)) === "opened") return "beside";
      const editor = editorOf(context);
      await lend(() => runEditor(context, editor, at));
      return "closed";
    },
    advise: () => typeAdvice(workspace.file),
    keep: (effect) => keep(workspace, variant, effect),
    watch: (listener) => watchFile(workspace.file, listener),
  };
}

function outlookOf(context: Context, { id }: Exercise, progress: Progress): OpenExercise["outlook"] {
  const { memory } = cardProgress(progress, id as CardId);
  return createExerciseScheduler(parametersOf(progress)).outlook(id, memory, momentOf(context));
}

function keep(
  workspace: ExerciseWorkspace,
  variant: Variant,
  effect: Extract<PracticeEffect, { readonly type: "keep-attempt" | "reset" | "undo-reset" }>,
): void {
  switch (effect.type) {
    case "keep-attempt":
      workspace.keepAttempt(effect.attempt);
      break;
    case "reset":
      workspace.reset(variant);
      break;
    case "undo-reset":
      workspace.undoReset(variant);
      break;
  }
}

/** The line at which an editor opens the file: the first place that is to be changed. */
function firstFix(workspace: ExerciseWorkspace): number {
  const lines = (workspace.text() ?? "").split("\n");
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.includes("// FIX:")),
    ) + 1
  );
}
