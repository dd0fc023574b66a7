import type { Root } from "mdast";

import type { CodePainter } from "./code-html.ts";

/** What Markdown is turned into HTML with. */
export interface HtmlStyle {
  readonly paint: CodePainter;
  /** Returns the name under which a picture travels along; `null` if it can't, because it isn't there or is no picture. */
  readonly pictureName: (url: string) => string | null;
}

/** A Markdown text on its way to HTML: its style, what its references stand for, and how deep its nodes are nested. */
export interface Page {
  readonly style: HtmlStyle;
  /** Addresses by the names that links and pictures refer to. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly depth: number;
}

/** Nobody nests deeper, but hostile notes do. */
const DEEPEST = 100;

/** Returns the page of a parsed text. */
export function pageOf({ children }: Root, style: HtmlStyle): Page {
  const definitions = children.flatMap((node) =>
    node.type === "definition" ? [[node.identifier, node.url] as const] : [],
  );
  // The first definition of a name counts, as in CommonMark.
  return { style, definitions: new Map(definitions.toReversed()), depth: 0 };
}

/** Returns the page as it is within a node; `null` where nodes are nested too deep to be followed. */
export function within(page: Page): Page | null {
  return page.depth < DEEPEST ? { ...page, depth: page.depth + 1 } : null;
}
