import type { Place, Problem } from "../../base/problem.ts";
import type { Part } from "../blocks/block.ts";
import type { Findings } from "../forms/found.ts";

/** Complains about the marks that stand above something that makes no card. */
export function marksAlone(parts: readonly Part[], { notes, problems }: Findings): readonly Problem[] {
  const used = new Set(notes.map((note) => note.mark?.place));
  return parts.flatMap((part): readonly Problem[] => {
    const { mark, node } = part.type === "block" ? part.block : part.heading.block;
    if (mark === null || used.has(mark.place)) return [];
    // Where a question without an answer is marked, that has been said.
    const [first, last] = [node.position?.start.line ?? 0, node.position?.end.line ?? 0];
    const said = problems.some(({ place }) => place.line >= first && place.line <= last);
    return said ? [] : [markAlone(mark.place)];
  });
}

/** Complains about a mark with no card below it. */
export function markAlone(place: Place): Problem {
  return { code: "mark-alone", place, data: {} };
}
