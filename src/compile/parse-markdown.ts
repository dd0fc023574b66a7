import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";

// Looking for bare addresses takes a third of the time, and whoever draws a text can still see them in it.
const WITHOUT_BARE_ADDRESSES = { disable: { null: ["wwwAutolink", "protocolAutolink", "emailAutolink"] } };

const SYNTAX = [gfm(), frontmatter(["yaml"]), WITHOUT_BARE_ADDRESSES];

// Of GitHub's extensions only that for bare addresses changes the tree afterwards.
const TREE = [
  ...gfmFromMarkdown().filter((extension) => extension.transforms === undefined),
  frontmatterFromMarkdown(["yaml"]),
];

/**
 * Returns the tree of a Markdown text as GitHub reads it, front matter included and bare addresses left as
 * text; every node has its position.
 */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: SYNTAX, mdastExtensions: TREE });
}
