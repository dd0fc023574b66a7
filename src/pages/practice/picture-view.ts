import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { Json } from "../../exercise/json.ts";
import type { RunRequest } from "../../exercise/run.ts";
import type { SweptPromise } from "../../exercise/swept-promise.ts";
import type { Row } from "../row.ts";
import { firstDivergence } from "../trace/first-divergence.ts";
import type { TraceCanvas } from "../trace/trace-canvas.ts";
import type { Direction, TraceCursor, Violation } from "../trace/trace-cursor.ts";
import { lastCursor, moveCursor } from "../trace/trace-cursor.ts";
import { drawTrace, picturesOf, type TracePicture } from "../trace/trace-picture.ts";
import { sweepRows, sweepViewOf, type SweepView } from "./sweep-view.ts";

/** What can be drawn: a picture of the run, what comes of a crash before each step, or where the broken job parts from it. */
export type PictureKind = TracePicture | "sweep" | "divergence";

/** A run, and how one looks at it. */
export interface PictureView {
  readonly events: readonly TracedEvent[];
  /** The run that this is. */
  readonly request: RunRequest;
  readonly kind: PictureKind;
  readonly cursor: TraceCursor;
  /** What the job was fed with, where it can be moved; `null` = nobody knows what it was. */
  readonly input: { readonly elements: readonly Json[]; readonly selected: number } | null;
  /** The run before an element was moved; `null` = none was. */
  readonly before: readonly TracedEvent[] | null;
  /** The same run of the broken job; `null` = it wasn't played. */
  readonly broken: readonly TracedEvent[] | null;
  /** What came of crashing the job everywhere: of the job, not of this run alone. */
  readonly sweep: SweepView;
}

/** A run, and the same of the broken job, if that was played. */
export interface PlayedTrace {
  readonly events: readonly TracedEvent[];
  readonly request: RunRequest;
  readonly broken: readonly TracedEvent[] | null;
}

/**
 * Returns a run as it is first looked at: at its end, by the picture that says most about it. `promise` is what a crash
 * sweep of the job would be about; `null` = nothing.
 */
export function pictureOf(
  { events, request, broken }: PlayedTrace,
  promise: SweptPromise | null = null,
): PictureView {
  const { input } = request;
  return {
    events,
    request,
    broken,
    sweep: sweepViewOf(promise),
    kind: picturesOf(events)[0] ?? "pressure",
    cursor: lastCursor(events),
    input: typeof input === "number" ? null : { elements: input, selected: 0 },
    before: null,
  };
}

/** Returns the view with the next picture that has something to show. */
export function nextPicture(view: PictureView): PictureView {
  const kinds: readonly PictureKind[] = [
    ...picturesOf(view.events),
    ...(view.sweep.type === "none" ? [] : (["sweep"] as const)),
    ...(view.broken === null ? [] : (["divergence"] as const)),
  ];
  return { ...view, kind: kinds[(kinds.indexOf(view.kind) + 1) % kinds.length] ?? view.kind };
}

/** Returns the view at another step: the next one, or the next that matters to the picture. */
export function movePicture(view: PictureView, direction: Direction, by: "step" | "landmark"): PictureView {
  const landmark = view.kind === "barriers" ? "barrier" : "watermark";
  const to = by === "step" ? "step" : landmark;
  return { ...view, cursor: moveCursor(view.events, view.cursor, { direction, to }) };
}

/** Returns the input with one element elsewhere; `null` if nobody knows what the input was. */
export function withMoved({ input }: PictureView, from: number, to: number): readonly Json[] | null {
  if (input === null) return null;
  const elements = [...input.elements];
  elements.splice(to, 0, ...elements.splice(from, 1));
  return elements;
}

/** Returns the view with another element of the input selected, `by` places away; at its ends the same. */
export function withSelected(view: PictureView, by: number): PictureView {
  const { input } = view;
  if (input === null) return view;
  const selected = Math.max(0, Math.min(input.elements.length - 1, input.selected + by));
  return { ...view, input: { ...input, selected } };
}

/** Returns the run with an element of its input moved to `selected`, looked at in the same way as the run before that. */
export function pictureAfterMove(
  view: PictureView,
  moved: Pick<PlayedTrace, "events" | "request">,
  selected: number,
): PictureView {
  const { kind, sweep, before } = view;
  const picture = pictureOf({ ...moved, broken: null });
  const input = picture.input === null ? null : { ...picture.input, selected };
  const step = Math.min(view.cursor.step, picture.cursor.step);
  return { ...picture, kind, sweep, input, cursor: { step }, before: before ?? view.events };
}

/** The files of the two runs that are held against each other. */
const BROKEN = "job.ts";

/** Returns the picture of a run; `file` is what the learner's job is called. */
export function pictureRows(view: PictureView, file: string, canvas: TraceCanvas): readonly Row[] {
  const { kind, events, cursor, broken } = view;
  switch (kind) {
    case "sweep":
      return sweepRows(view.sweep, canvas);
    case "divergence":
      return firstDivergence({ name: BROKEN, events: broken ?? [] }, { name: file, events }, canvas);
    default:
      return drawTrace(kind, events, cursor, { ...canvas, violations: crashesOf(view) });
  }
}

/** The steps at which something was made to fail: that is where one looks first. */
function crashesOf({ request }: PictureView): readonly Violation[] {
  return request.faults.flatMap((fault) =>
    "at" in fault && "step" in fault.at ? [{ step: fault.at.step, says: fault.type }] : [],
  );
}
