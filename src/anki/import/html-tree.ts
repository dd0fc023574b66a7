/** A piece of HTML as a tree: text, or an element with what it holds. Attributes are those that are of use. */
export type HtmlNode = string | HtmlElement;

/** An element; `tag` is in lower case. */
export interface HtmlElement {
  readonly tag: string;
  /** The address of a link; `""` if it is none. */
  readonly address: string;
  readonly children: HtmlNode[];
}

/** A comment, a tag, or text. A tag ends after so many pieces: looking for the end of a broken one must not take for ever. */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"]{0,999}"|'[^']{0,999}'|[^>"']){0,999})>|[^<]+|</giu;
const ADDRESS = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;

/** Elements that hold nothing. */
const EMPTY: ReadonlySet<string> = new Set([
  "br",
  "hr",
  "img",
  "input",
  "wbr",
  "col",
  "source",
  "area",
  "embed",
]);
/** Elements whose content is not for reading. */
const SILENT = /<(script|style|template|iframe|object|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;

/** Nobody nests deeper; what a stranger nests deeper is taken as if it stood here. */
const DEEPEST = 60;

/** Returns HTML without its scripts, styles and frames. */
export function withoutSilentParts(html: string): string {
  return html.replaceAll(SILENT, "");
}

/** Returns the tree of a piece of HTML, however badly it is written. Scripts, styles and frames are gone. */
export function htmlTree(html: string): readonly HtmlNode[] {
  const root = element("", "");
  const open = [root];
  for (const [token, slash, tag, attributes = ""] of withoutSilentParts(html).matchAll(TOKEN)) {
    if (token.startsWith("<!--")) continue;
    if (tag === undefined) innermost(open).children.push(token);
    else if (slash === "/") close(open, tag.toLowerCase());
    else begin(open, element(tag.toLowerCase(), addressIn(attributes)));
  }
  return root.children;
}

function begin(open: HtmlElement[], node: HtmlElement): void {
  innermost(open).children.push(node);
  if (!EMPTY.has(node.tag) && open.length < DEEPEST) open.push(node);
}

/** Closes an element together with all that is still open in it; a tag that closes nothing is passed over. */
function close(open: HtmlElement[], tag: string): void {
  const at = open.findLastIndex((node) => node.tag === tag);
  if (at > 0) open.splice(at);
}

function innermost(open: readonly HtmlElement[]): HtmlElement {
  const last = open.at(-1);
  if (last === undefined) throw new Error("the root is never closed");
  return last;
}

function element(tag: string, address: string): HtmlElement {
  return { tag, address, children: [] };
}

function addressIn(attributes: string): string {
  const found = ADDRESS.exec(attributes);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}
