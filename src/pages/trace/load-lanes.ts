import { row, span, type Row } from "../row.ts";
import type { Queue } from "./channel-queues.ts";
import { placeRow } from "./place-name.ts";
import { LONGEST_LABEL, noteRow, type LaneRows, type StripLayout } from "./strip-layout.ts";
import type { LoadShares, TaskLoad } from "./task-loads.ts";
import { fitRow, type TraceCanvas } from "./trace-canvas.ts";
import { traceSigns } from "./trace-signs.ts";

const TONES = { busy: "bad", backPressured: "plain", idle: "accent" } as const;
/** What a task can do, in the order in which it is shown. */
export const LOADS = ["busy", "backPressured", "idle"] as const;

/** Flink's letters for the three, which say the same as the signs. */
const LETTERS = { busy: "B", backPressured: "P", idle: "I" } as const;

/** Returns the name of the subtask that a load is of. */
export function nameRow({ task, subtask }: Pick<TaskLoad, "task" | "subtask">, canvas: TraceCanvas): Row {
  return placeRow({ operator: task, subtask }, LONGEST_LABEL, canvas);
}

/** Returns how a subtask spent its time, as a bar and in percent; the culprit has a sign. */
export function loadLane(
  load: TaskLoad,
  culprit: TaskLoad | null,
  layout: StripLayout,
  canvas: TraceCanvas,
): LaneRows {
  const signs = traceSigns(canvas.signs);
  const widths = cellsOf(load.shares, layout.cells - 1);
  const bar = LOADS.map((part) => span(signs[part].repeat(widths[part]), TONES[part]));
  const note = LOADS.map((part) =>
    span(`${LETTERS[part]} ${percentText(load.shares[part]).padStart(5)}  `, TONES[part]),
  );
  const mark = load === culprit ? [span(signs.from, "bad", "bold")] : [];
  return {
    name: nameRow(load, canvas),
    cells: bar,
    note: fitRow([...note, ...mark], canvas, layout.note - 1),
  };
}

/** Returns what waits in front of a subtask: the buffers that are used, beside the most that ever were; `most` sets the scale. */
export function queueLane(queue: Queue, most: number, layout: StripLayout, canvas: TraceCanvas): LaneRows {
  const signs = traceSigns(canvas.signs);
  const scale = Math.min(1, (layout.cells - 1) / most);
  const [used, ever] = [Math.ceil(queue.buffers * scale), Math.ceil(queue.most * scale)];
  return {
    name: row(` ${signs.arrow}`, "quiet"),
    cells: [
      span(signs.fullBuffer.repeat(used), "warning"),
      span(signs.freeBuffer.repeat(ever - used), "quiet"),
    ],
    note: noteRow({ facts: queueFacts(queue, canvas), tone: "quiet" }, layout, canvas),
  };
}

/** Returns what there is to say of a queue. */
export function queueFacts({ buffers, most, credits }: Queue, { words }: TraceCanvas): readonly string[] {
  return [words.load.buffers(buffers, most), ...(credits === null ? [] : [words.load.credits(credits)])];
}

/** Shares the cells so that their sum is right: the largest share takes what rounding leaves over. */
function cellsOf(shares: LoadShares, cells: number): Readonly<Record<keyof LoadShares, number>> {
  const rounded = {
    busy: Math.round(shares.busy * cells),
    backPressured: Math.round(shares.backPressured * cells),
    idle: Math.round(shares.idle * cells),
  };
  const largest = LOADS.reduce((most, part) => (shares[part] > shares[most] ? part : most));
  const over = rounded.busy + rounded.backPressured + rounded.idle - cells;
  return { ...rounded, [largest]: Math.max(0, rounded[largest] - over) };
}

/** Returns a share in percent. */
export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}
