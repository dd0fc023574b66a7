import { columnWidth, type Size } from "./layout.ts";
import { rowWidth, span, type Row } from "./row.ts";

/** A key and what it does here, for the footer. */
export interface KeyHint {
  readonly key: string;
  readonly does: string;
}

/** Returns the footer's row: as many keys as fit, in their order. */
export function keyHintRow(hints: readonly KeyHint[], size: Size): Row {
  let shown: Row = [];
  for (const { key, does } of hints) {
    const next: Row = [
      ...shown,
      span(shown.length === 0 ? "" : "    "),
      span(key, "accent"),
      span(`  ${does}`, "quiet"),
    ];
    if (rowWidth(next) > columnWidth(size)) break;
    shown = next;
  }
  return shown;
}
