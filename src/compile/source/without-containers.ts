/** A line that opens a container of a site generator, such as `::: details`, with its title, and one that closes it. */
const OPENING = /^ {0,3}:{3,}[ \t]*[a-z][\w-]*(?:[ \t]+(\S.*))?$/iu;
const CLOSING = /^ {0,3}:{3,}[ \t]*$/u;

/** A line that fences code, in a list or a quote, too; what stands behind the fence. */
const FENCE = /^[ \t]*(?:[-+*>\d.)]+[ \t]+)*(`{3,}|~{3,})(.*)$/u;

/**
 * Blanks the lines that open and close containers (`::: tip`), as VitePress and its like know them: what stands inside is
 * part of the text, which every character keeps its place in. Lines with a title or without their counterpart stay, and so
 * does code.
 */
export function withoutContainers(text: string): string {
  if (!text.includes(":::")) return text;
  const lines = text.split("\n");
  const open: (number | null)[] = [];
  for (const [index, line] of linesOutsideCode(lines)) {
    const opening = OPENING.exec(line.trimEnd());
    if (opening !== null) open.push(opening[1] === undefined ? index : null);
    else if (CLOSING.test(line.trimEnd())) blank(lines, open.pop() ?? null, index);
  }
  return lines.join("\n");
}

/** Returns the lines that no fence makes code of, with their indexes. */
function linesOutsideCode(lines: readonly string[]): readonly (readonly [index: number, line: string])[] {
  let fence: string | null = null;
  return [...lines.entries()].filter(([, line]) => {
    const [, sign = null, behind = ""] = FENCE.exec(line.trimEnd()) ?? [];
    if (sign === null || isInline(sign, behind)) return fence === null;
    if (fence === null) fence = sign;
    else if (sign.startsWith(fence) && behind === "") fence = null;
    return false;
  });
}

/** Tells whether a row of backticks begins code within a line: no other row may stand behind a fence. */
function isInline(sign: string, behind: string): boolean {
  return sign.startsWith("`") && behind.includes("`");
}

function blank(lines: string[], opening: number | null, closing: number): void {
  if (opening === null) return;
  for (const index of [opening, closing]) lines[index] = lines[index]?.replaceAll(/\S/g, " ") ?? "";
}
