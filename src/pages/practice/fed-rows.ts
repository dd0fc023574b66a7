import type { Json } from "../../exercise/json.ts";
import type { Messages } from "../../locale/messages.ts";
import { clipRow, gap, row, span, spreadRow, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { valueText } from "../trace/value-text.ts";
import { valueRows } from "./value-rows.ts";

/** What a job was fed with, and which of it a key would move; `null` = nothing can be moved. */
export interface Fed {
  readonly elements: readonly Json[];
  readonly selected: number | null;
}

/** Elements that are shown. */
const MOST = 6;

/** Returns what a job was fed with, a row an element and the selected one marked: it is always among those that are shown. */
export function fedRows({ elements, selected }: Fed, width: number): readonly Row[] {
  if (selected === null)
    return valueRows(elements, width - 2, MOST).map((line) => clipRow([gap(2), ...line], width));
  const first = Math.max(0, Math.min(selected - MOST + 2, elements.length - MOST));
  const shown = elements.slice(first, first + MOST);
  return [
    ...leftOut(first),
    ...shown.map((element, index) =>
      clipRow(
        first + index === selected ? marked(valueText(element)) : row(`  ${valueText(element)}`),
        width,
      ),
    ),
    ...leftOut(elements.length - first - shown.length),
  ];
}

/** Returns the one element that a key would move, its place and the keys as a row; none of an empty input. */
export function selectedRows(
  { elements, selected }: Fed & { readonly selected: number },
  { practice }: Messages,
  width: number,
): readonly Row[] {
  const element = elements[selected];
  if (element === undefined) return [];
  const [mark, value] = marked(valueText(element));
  const place = span(`${practice.selected(selected + 1, elements.length)}  `, "quiet");
  return [spreadRow([mark, place, value], row(signs(practice.inputKeys), "quiet"), width)];
}

function marked(text: string) {
  return [span(`${signs("❯")} `, "accent", "bold"), span(text, "accent", "bold")] as const;
}

function leftOut(count: number): readonly Row[] {
  return count > 0 ? [row(signs(`… ${count}`), "quiet")] : [];
}
