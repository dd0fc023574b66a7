import type { Root } from "mdast";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";

const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ["yaml"])
  .use(withoutBareAddresses)
  .use(withChineseEmphasis)
  .freeze();

/**
 * Returns the tree of a Markdown text as GitHub reads it, front matter included and bare addresses left as
 * text, but for `**答：**乙`, whose stars GitHub shows; every node has its position.
 */
export function parseMarkdown(markdown: string): Root {
  return remark.parse(markdown);
}

/** Looking for bare addresses takes a third of the time, and whoever draws a text can still see them in it. */
function withoutBareAddresses(this: Processor): void {
  const data = this.data();
  const disable = { null: ["wwwAutolink", "protocolAutolink", "emailAutolink"] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable }];
  // Of GitHub's extensions only that for bare addresses changes the tree afterwards.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .filter((extension) => extension.transforms === undefined);
}

/** Has signs beside stars mean to Chinese characters what they mean to spaces, as whoever writes Chinese expects. */
function withChineseEmphasis(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), cjkFriendlyExtension()];
}
