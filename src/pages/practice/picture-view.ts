import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { Json } from "../../exercise/json.ts";
import type { RunRequest } from "../../exercise/run.ts";
import type { Row } from "../row.ts";
import { firstDivergence } from "../trace/first-divergence.ts";
import type { TraceCanvas } from "../trace/trace-canvas.ts";
import type { Direction, TraceCursor, Violation } from "../trace/trace-cursor.ts";
import { lastCursor, moveCursor } from "../trace/trace-cursor.ts";
import { drawTrace, picturesOf, type TracePicture } from "../trace/trace-picture.ts";

/** What can be drawn: a picture of the run, or where it parts from that of the broken job. */
export type PictureKind = TracePicture | "divergence";

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
}

/** A run, and the same of the broken job, if that was played. */
export interface PlayedTrace {
  readonly events: readonly TracedEvent[];
  readonly request: RunRequest;
  readonly broken: readonly TracedEvent[] | null;
}

/** Returns a run as it is first looked at: at its end, by the picture that says most about it. */
export function pictureOf({ events, request, broken }: PlayedTrace): PictureView {
  const { input } = request;
  return {
    events,
    request,
    broken,
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

/** Returns the run with an element of its input moved to `selected`, looked at in the same way as the run before that. */
export function pictureAfterMove(
  view: PictureView,
  moved: Pick<PlayedTrace, "events" | "request">,
  selected: number,
): PictureView {
  const picture = pictureOf({ ...moved, broken: null });
  const input = picture.input === null ? null : { ...picture.input, selected };
  const step = Math.min(view.cursor.step, picture.cursor.step);
  return { ...picture, kind: view.kind, input, cursor: { step }, before: view.before ?? view.events };
}

/** The files of the two runs that are held against each other. */
const BROKEN = "job.ts";

/** Returns the picture of a run; `file` is what the learner's job is called. */
export function pictureRows(view: PictureView, file: string, canvas: TraceCanvas): readonly Row[] {
  const { kind, events, cursor, broken } = view;
  if (kind !== "divergence")
    return drawTrace(kind, events, cursor, { ...canvas, violations: crashesOf(view) });
  return firstDivergence({ name: BROKEN, events: broken ?? [] }, { name: file, events }, canvas);
}

/** The steps at which something was made to fail: that is where one looks first. */
function crashesOf({ request }: PictureView): readonly Violation[] {
  return request.faults.flatMap((fault) =>
    "at" in fault && "step" in fault.at ? [{ step: fault.at.step, says: fault.type }] : [],
  );
}
