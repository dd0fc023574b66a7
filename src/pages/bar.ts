import { span, type Span } from "./row.ts";
import { signs } from "./signs.ts";

/** Returns a thin bar of `cells`, filled for as much of it as `done` is of `total`. */
export function progressBar(done: number, total: number, cells: number): readonly Span[] {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.round(share * cells);
  return [span(signs("━").repeat(filled), "accent"), span(signs("─").repeat(cells - filled), "quiet")];
}
