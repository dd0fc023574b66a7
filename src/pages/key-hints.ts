import { columnWidth, type Size } from "./layout.ts";
import { rowWidth, span, type Row } from "./row.ts";

/** A key and what it does here, for the footer. */
export interface KeyHint {
  readonly key: string;
  readonly does: string;
}

/** Returns the footer's row: all keys where they fit, else the first and as many of the last as do. */
export function keyHintRow(hints: readonly KeyHint[], size: Size): Row {
  const shown = hints.flatMap(
    ({ key, does }, index): Row => [
      span(index === 0 ? "" : "    "),
      span(key, "accent"),
      span(`  ${does}`, "quiet"),
    ],
  );
  if (rowWidth(shown) <= columnWidth(size) || hints.length < 2) return shown;
  return keyHintRow([...hints.slice(0, 1), ...hints.slice(2)], size);
}
