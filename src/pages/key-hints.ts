import { columnWidth, type Size } from "./layout.ts";
import { rowWidth, span, type Row } from "./row.ts";

/** A key and what it does here, for the footer. */
export interface KeyHint {
  readonly key: string;
  readonly does: string;
}

/**
 * Returns the footer's row: all keys where they fit. Where they don't, those of `spare` go one after the other, then what
 * comes second, until the rest fits.
 */
export function keyHintRow(hints: readonly KeyHint[], size: Size, spare: readonly string[] = []): Row {
  const shown = hints.flatMap(
    ({ key, does }, index): Row => [
      span(index === 0 ? "" : "    "),
      span(key, "accent"),
      span(`  ${does}`, "quiet"),
    ],
  );
  if (rowWidth(shown) <= columnWidth(size) || hints.length < 2) return shown;
  const [least = hints[1]?.key, ...others] = spare;
  return keyHintRow(
    hints.filter(({ key }) => key !== least),
    size,
    others,
  );
}
