/** A line that opens a container of a site generator, such as `::: details`, or closes one; and a line that fences code. */
const OPENING = /^[ \t]*:{3,}[ \t]*[a-z][\w-]*(?:[ \t].*)?$/iu;
const CLOSING = /^[ \t]*:{3,}[ \t]*$/u;
const FENCE = /^[ \t]*(`{3,}|~{3,})/u;

/**
 * Blanks the lines that open and close containers (`::: tip`), as VitePress and its like know them: what stands inside is
 * part of the text, which every character keeps its place in. Lines without their counterpart stay, and so does code.
 */
export function withoutContainers(text: string): string {
  if (!text.includes(":::")) return text;
  const lines = text.split("\n");
  const open: number[] = [];
  for (const [index, line] of linesOutsideCode(lines)) {
    if (OPENING.test(line.trimEnd())) open.push(index);
    else if (CLOSING.test(line.trimEnd())) blank(lines, open.pop(), index);
  }
  return lines.join("\n");
}

/** Returns the lines that no fence makes code of, with their indexes. */
function linesOutsideCode(lines: readonly string[]): readonly (readonly [index: number, line: string])[] {
  let fence: string | null = null;
  return [...lines.entries()].filter(([, line]) => {
    const [, sign = null] = FENCE.exec(line) ?? [];
    if (sign === null) return fence === null;
    if (fence === null) fence = sign;
    else if (sign.startsWith(fence)) fence = null;
    return false;
  });
}

function blank(lines: string[], opening: number | undefined, closing: number): void {
  if (opening === undefined) return;
  for (const index of [opening, closing]) lines[index] = lines[index]?.replaceAll(/\S/gu, " ") ?? "";
}
