import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { Failure } from "../base/failure.ts";
import type { NewCard } from "../compile/add-card.ts";
import type { Context } from "./context.ts";
import { editorOf, runEditor } from "./editor.ts";

/** Returns how many notes a text makes by itself. */
type CountNotes = (markdown: string) => number;

/**
 * Returns the card that is to be added: from the options, else from what is piped in, else written in the editor;
 * `null` if nothing was written. Throws the Failures `usage`, `editor-missing` and `editor-failed`.
 */
export async function newCard(context: Context, countNotes: CountNotes): Promise<NewCard | null> {
  const question = context.arguments.options.get("question")?.at(-1);
  const answer = context.arguments.options.get("answer")?.at(-1);
  if (question === undefined) {
    if (answer !== undefined) throw missing("--question");
    return cardIn(await written(context, ""), countNotes);
  }
  if (answer !== undefined) return { kind: "question", question, answer };
  if (countNotes(question) > 0) return { kind: "markdown", markdown: question };
  const more = (await written(context, question)).trim();
  if (context.terminal.inputIsTerminal()) return cardIn(more, countNotes);
  return more === "" ? null : { kind: "question", question, answer: more };
}

/** Returns what is piped in or, where nothing is, written in the editor. */
async function written(context: Context, question: string): Promise<string> {
  const { inputIsTerminal, outputIsTerminal, stdin } = context.terminal;
  if (!inputIsTerminal()) return await text(stdin());
  if (!outputIsTerminal()) throw missing("--question --answer");
  return await writtenInEditor(context, question);
}

/** Markdown with cards is taken as it is; of anything else the first line asks and the rest answers. */
function cardIn(text: string, countNotes: CountNotes): NewCard | null {
  const markdown = text.trim();
  const [first = "", ...rest] = markdown.split(/\r\n|[\r\n]/u);
  const question = first.replace(/^#{1,6}(?:\s+|$)/u, "");
  const answer = rest.join("\n").trim();
  if (question === "" && answer === "") return null;
  // One heading with its answer is written as the file has its headings.
  const most = question === first ? 0 : 1;
  if (countNotes(markdown) > most) return { kind: "markdown", markdown };
  return { kind: "question", question, answer };
}

/** Returns what was written in the editor, without what told how. */
async function writtenInEditor(context: Context, question: string): Promise<string> {
  const editor = editorOf(context);
  const folder = mkdtempSync(join(tmpdir(), "sluice-"));
  try {
    const file = join(folder, "card.md");
    const hint = `<!-- ${context.words.add.template} -->`;
    writeFileSync(file, `${hint}\n\n## ${question}\n\n`);
    await runEditor(context, editor, { file, line: question === "" ? 3 : 5 });
    return readFileSync(file, "utf8").replace(hint, "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function missing(name: string): Failure {
  return new Failure({ code: "usage", data: { fault: "argument-missing", name } });
}
