import type { Paragraph, ThematicBreak } from "mdast";

/** Long dashes, or so many short ones that nothing else can be meant. */
const DRAWN = /^(?:[⸺⸻]+|[—―─━═]{2,}|[-=*_~·.•]{4,})$/u;

/** Returns a paragraph that is a rule drawn by hand (`⸻`, `————`, `.....`) as a rule; `null` if it is a text. */
export function drawnRule({ children, position }: Paragraph): ThematicBreak | null {
  const [first, ...others] = children;
  if (position === undefined || others.length > 0) return null;
  return first?.type === "text" && DRAWN.test(first.value) ? { type: "thematicBreak", position } : null;
}
