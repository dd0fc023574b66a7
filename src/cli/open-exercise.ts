import { join } from "node:path";

import { Failure } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { CardId } from "../card/card.ts";
import type { Exercise } from "../card/exercise.ts";
import { variantFor, variantNamed, type Variant } from "../exercise/variant.ts";
import { cardProgress, parametersOf, type Progress } from "../history/progress.ts";
import { beginAttempt, startPractice, type Attempt, type PracticeEffect } from "../practice/practice.ts";
import { ExerciseRunner } from "../sandbox/exercise-runner.ts";
import { typeAdvice } from "../sandbox/type-advice.ts";
import { createExerciseScheduler } from "../schedule/exercise-scheduler.ts";
import { openWorkspace, type EditorSupport, type ExerciseWorkspace } from "../store/exercise-workspace.ts";
import { lockExercise } from "../store/lock-exercise.ts";
import { signatureCache } from "../store/signature-cache.ts";
import { readHistory } from "../store/store.ts";
import { watchFile } from "../store/watch-file.ts";
import type { OpenExercise } from "../tui/fix/fix-world.ts";
import { momentOf, type Context } from "./context.ts";
import { EditorBeside } from "./editor-beside.ts";
import { editorOf, runEditor } from "./editor.ts";
import { judgeWhole } from "./judge-whole.ts";
import type { PlainExercise } from "./plain-exercise.ts";
import { recordAttempt } from "./record-attempt.ts";

/** An exercise, and those that are listed with it. */
export interface ChosenExercise {
  readonly exercise: Exercise;
  readonly exercises: readonly Exercise[];
}

/** Returns where editors find the types of "sluice/flink". */
export function typesFor({ program }: Context): EditorSupport {
  return { types: join(program, "flink.d.ts") };
}

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

/** What the learner goes on with: the attempt that was begun, or a new one. */
export interface BegunAttempt {
  readonly workspace: ExerciseWorkspace;
  readonly variant: Variant;
  readonly attempt: Attempt;
  readonly progress: Progress;
}

/** Goes on with an attempt that was begun, or begins one. Throws the Failures `journal-read` and `file-write`. */
export function goOnWith(context: Context, { exercise, exercises }: ChosenExercise): BegunAttempt {
  const workspace = openWorkspace(context.places.exercises, exercise.id, typesFor(context));
  const progress = readHistory(context.places).progress();
  const variant = variantIn(workspace, exercise, { exercises, progress });
  workspace.supportEditors();
  return { workspace, variant, attempt: workspace.attempt() ?? beginAttempt(variant), progress };
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

/** Returns the broken job of the attempt that was begun; else that of a new one, which is put into the workspace. */
function variantIn(
  workspace: ExerciseWorkspace,
  exercise: Exercise,
  { exercises, progress }: { readonly exercises: readonly Exercise[]; readonly progress: Progress },
): Variant {
  const attempts = cardProgress(progress, exercise.id as CardId).memory?.reps ?? 0;
  const next = variantFor(exercise, attempts, lastFixKind(exercises, progress));
  const begun = workspace.attempt();
  // One with the data of another time is on record already: the program was killed before it could say so here.
  const isGoingOn = begun !== null && begun.data === next.data;
  const going = isGoingOn ? variantNamed(exercise, begun.variant, begun.data) : null;
  if (going !== null) return going;
  workspace.begin(next, beginAttempt(next));
  return next;
}

/** Returns the kind of fix that the exercise needed which was done last; `null` if none was done. */
function lastFixKind(exercises: readonly Exercise[], progress: Progress): string | null {
  const done = exercises.map(({ id }) => cardProgress(progress, id as CardId));
  const last = done.toSorted((one, other) => (other.memory?.last.at ?? 0) - (one.memory?.last.at ?? 0))[0];
  return last?.fixKind ?? null;
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
