const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Returns what a reader sees of a piece of HTML: the text between its tags, references resolved. */
export function shownText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&(?:#(\d+)|(\w+));/gu, (whole, code?: string, name = "") =>
      code === undefined ? (NAMED[String(name)] ?? whole) : String.fromCodePoint(Number(code)),
    );
}
