import type { SweptSeed } from "../../engine/runtime/sweep/swept-seed.ts";
import type { SweptPromise } from "../../exercise/swept-promise.ts";
import { row, type Row } from "../row.ts";
import { crashSweepTable } from "../trace/crash-sweep-table.ts";
import type { SmallestRun } from "../trace/crash-sweep.ts";
import type { TraceCanvas } from "../trace/trace-canvas.ts";
import { wrapRow } from "../wrap.ts";

/** The crash sweep of a job, as far as it has come: it takes its time, so it is made when it is looked at first. */
export type SweepView =
  /** No promise is about crashes. */
  | { readonly type: "none" }
  /** Nobody has looked yet, it is on its way, or there was no answer. */
  | { readonly type: "unseen" | "sweeping" | "failed"; readonly promise: SweptPromise }
  | { readonly type: "swept"; readonly promise: SweptPromise; readonly seeds: readonly SweptSeed[] };

/** Returns the sweep that there is to be seen of a promise. */
export function sweepViewOf(promise: SweptPromise | null): SweepView {
  return promise === null ? { type: "none" } : { type: "unseen", promise };
}

/** Returns the sweep after an answer; one that nobody waits for changes nothing. */
export function sweepAnswered(view: SweepView, seeds: readonly SweptSeed[] | null): SweepView {
  if (view.type !== "sweeping") return view;
  const { promise } = view;
  return seeds === null ? { type: "failed", promise } : { type: "swept", promise, seeds };
}

/** Returns the sweep as a table with the smallest run that breaks the promise, or tells what has become of it. */
export function sweepRows(view: SweepView, canvas: TraceCanvas): readonly Row[] {
  const { sweep } = canvas.words;
  switch (view.type) {
    case "none":
      return [];
    case "unseen":
    case "sweeping":
      return wrapRow(row(sweep.running, "accent"), canvas.size.columns);
    case "failed":
      return wrapRow(row(sweep.failed, "warning"), canvas.size.columns);
    case "swept":
      return crashSweepTable({ seeds: view.seeds, counterexample: smallestRun(view.promise) }, canvas);
  }
}

function smallestRun({ broken }: SweptPromise): SmallestRun | null {
  if (broken === null) return null;
  const { request, expected, actual } = broken;
  const [fault] = request.faults;
  // The table is of steps: a crash around a call of a system outside is told with the verdict only.
  if (fault === undefined || !("step" in fault.at)) return null;
  const crashAt = fault.at.step;
  const input = typeof request.input === "number" ? [] : request.input;
  return { seed: request.seed ?? 0, crashAt, input, expected, actual };
}
