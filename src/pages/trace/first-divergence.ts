import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { EMPTY_ROW, row, type Row } from "../row.ts";
import { divergenceOf, toldSteps, type Divergence, type ToldStep } from "./divergence.ts";
import { holdings } from "./holdings.ts";
import { sideBySide } from "./side-by-side.ts";
import { onCanvas, type TraceCanvas } from "./trace-canvas.ts";
import { differenceOfBags } from "./value-difference.ts";

/** A run with the name that it is shown by, such as the name of its file. */
export interface NamedRun {
  readonly name: string;
  readonly events: readonly TracedEvent[];
}

/** Rows around the steps: title, names, a rule, an empty one. */
const AROUND = 4;
/** So many rows tell of what only one of the two holds. */
const HELD = 6;

/** Two runs and where they part. */
interface PartedRuns {
  readonly broken: NamedRun;
  readonly fixed: NamedRun;
  readonly divergence: Divergence;
}

/**
 * Returns the first step at which two runs part, side by side: what both did just before, what each does then, and the
 * state and timers that only one of them holds.
 */
export function firstDivergence(broken: NamedRun, fixed: NamedRun, canvas: TraceCanvas): readonly Row[] {
  const { words } = canvas;
  const divergence = divergenceOf(broken.events, fixed.events, words);
  if (divergence === null) {
    return onCanvas([row(words.divergence.same(toldSteps(broken.events, words).length))], canvas);
  }
  const runs = { broken, fixed, divergence };
  return onCanvas(canvas.form === "plain" ? plainRows(runs, canvas) : drawnRows(runs, canvas), canvas);
}

function drawnRows({ broken, fixed, divergence }: PartedRuns, canvas: TraceCanvas): readonly Row[] {
  const held = heldRows(broken, fixed, divergence, canvas);
  const most = Math.max(1, canvas.size.rows - AROUND - held.length);
  return [...sideBySide(divergence, [broken.name, fixed.name], most, canvas), EMPTY_ROW, ...held];
}

/** What of state and timers only one of the two holds when the step is done. */
function heldRows(
  broken: NamedRun,
  fixed: NamedRun,
  divergence: Divergence,
  canvas: TraceCanvas,
): readonly Row[] {
  const { words } = canvas;
  const [left, right] = [
    stepAt(divergence.before, divergence.index),
    stepAt(divergence.after, divergence.index),
  ];
  const { missing, surplus } = differenceOfBags(
    holdings(broken.events, { step: left }, words),
    holdings(fixed.events, { step: right }, words),
  );
  if (missing.length + surplus.length === 0) return [row(words.divergence.holdsSame, "quiet")];
  const only = (run: NamedRun, texts: readonly string[]): readonly Row[] =>
    texts.map((text) => row(words.named(words.divergence.only(run.name), text)));
  const rows = [...only(broken, missing), ...only(fixed, surplus)];
  return rows.length > HELD
    ? [...rows.slice(0, HELD - 1), row(words.more(rows.length - HELD + 1), "quiet")]
    : rows;
}

/** The step at which a run parts from the other, or its last one if it has ended. */
function stepAt(steps: readonly ToldStep[], index: number): number {
  return (steps[index] ?? steps.at(-1))?.step ?? 0;
}

function plainRows({ broken, fixed, divergence }: PartedRuns, canvas: TraceCanvas): readonly Row[] {
  const { words } = canvas;
  const { before, after, index } = divergence;
  const told = (name: string, at: ToldStep | undefined): Row =>
    row(words.named(name, at === undefined ? words.divergence.ended : toldText(at, canvas)));
  const last = before[index - 1];
  return [
    row(words.named(words.divergence.title, words.divergence.after(index))),
    ...(last === undefined ? [] : [row(toldText(last, canvas))]),
    told(broken.name, before[index]),
    told(fixed.name, after[index]),
    ...heldRows(broken, fixed, divergence, canvas),
  ];
}

function toldText({ step, place, said }: ToldStep, { words }: TraceCanvas): string {
  return words.named(`${words.strip.atStep(step)} ${place}`, words.listed(said));
}
