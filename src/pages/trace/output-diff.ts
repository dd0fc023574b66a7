import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { row, span, type Row, type Tone } from "../row.ts";
import { ledgerRows } from "./ledger.ts";
import { outputChanges, type OutputChange } from "./output-changes.ts";
import { operatorName } from "./place-name.ts";
import { onCanvas, type TraceCanvas } from "./trace-canvas.ts";
import { traceSigns } from "./trace-signs.ts";

const TONES: Readonly<Record<OutputChange["kind"], Tone>> = { added: "good", removed: "bad", same: "quiet" };

/** So many outputs that are the same are shown before and after one that is not. */
const CONTEXT = 2;

/** Returns what another run of a job has put out that the first has not, and the other way round. */
export function outputDiff(
  before: readonly TracedEvent[],
  after: readonly TracedEvent[],
  canvas: TraceCanvas,
): readonly Row[] {
  const { words, size, form } = canvas;
  const changes = outputChanges(before, after);
  const added = changes.filter(({ kind }) => kind === "added").length;
  const removed = changes.filter(({ kind }) => kind === "removed").length;
  const title = span(words.outputs.title, "accent", "bold");
  if (added + removed === 0) return onCanvas([[title, span(`  ${words.outputs.same}`)]], canvas);
  const near = changes.filter((_, index) => isNear(changes, index));
  const room = form === "plain" ? near.length : size.rows - 2;
  const shown = near.slice(0, near.length > room ? room - 1 : room);
  const lines = ledgerRows(
    shown.map((change) => lineOf(change, canvas)),
    canvas,
  );
  const left = changes.length - shown.length;
  const more = left > 0 ? [row(`   ${words.more(left)}`, "quiet")] : [];
  return onCanvas([[title, span(`  ${words.outputs.summary(added, removed)}`)], ...lines, ...more], canvas);
}

function lineOf({ kind, place, text }: OutputChange, { words, form, signs }: TraceCanvas): readonly Row[] {
  const sign =
    form === "plain" ? (kind === "same" ? words.outputs.kept : words.sign[kind]) : traceSigns(signs)[kind];
  const tone = TONES[kind];
  return [row(sign, tone), row(operatorName(place), tone), row(text, tone)];
}

function isNear(changes: readonly OutputChange[], index: number): boolean {
  return changes.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== "same");
}
