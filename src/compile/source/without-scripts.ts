import type { Nodes } from "mdast";

/** What an element that is never shown begins with; its name is the first group. */
const OPENING = /^<(script|style)\b(?![^>]*\/>)/i;

/** Returns nodes without the scripts and styles among them: their tags, and the text between. */
export function withoutScripts<Node extends Nodes>(nodes: readonly Node[]): readonly Node[] {
  if (!nodes.some((node) => node.type === "html" && OPENING.test(node.value))) return nodes;
  const shown: Node[] = [];
  let name: string | null = null;
  for (const node of nodes) {
    if (name !== null) {
      if (closes(node, name)) name = null;
      continue;
    }
    if (node.type === "html") name = OPENING.exec(node.value)?.[1] ?? null;
    if (name === null) shown.push(node);
  }
  return shown;
}

function closes(node: Nodes, name: string): boolean {
  return node.type === "html" && node.value.toLowerCase().startsWith(`</${name.toLowerCase()}`);
}
