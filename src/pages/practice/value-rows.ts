import type { Json } from "../../exercise/json.ts";
import { clipRow, row, type Row, type Tone } from "../row.ts";
import { signs } from "../signs.ts";
import { valueText } from "../trace/value-text.ts";

/** Returns a value as rows: an element of a list each, else one. No row is wider than `width`; no more than `most` are shown. */
export function valueRows(value: Json, width: number, most: number, tone: Tone = "plain"): readonly Row[] {
  const items = Array.isArray(value) && value.length > 0 ? value.map(valueText) : [valueText(value)];
  const shown = items.slice(0, items.length > most ? most - 1 : most);
  const rows = shown.map((item) => clipRow(row(item, tone), width));
  return shown.length < items.length
    ? [...rows, row(signs(`… ${items.length - shown.length}`), "quiet")]
    : rows;
}
