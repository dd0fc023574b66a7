import { realpathSync, statSync } from "node:fs";
import { extname, join } from "node:path";

import { Failure } from "../base/failure.ts";
import { notesFolder } from "../store/imported-notes.ts";
import type { Context } from "./context.ts";

/** The file of a folder of notes that new cards go to. */
const INBOX = "inbox.md";

/**
 * Returns the file that a card goes to: the one named, in a folder its inbox; without a name that of the first deck in
 * use that is the learner's own, else one among the data, which joins the decks. Throws the Failure `usage` for a file
 * that can't be notes.
 */
export function notesFileFor(context: Context, named: string | undefined): string {
  const path = named ?? (context.arguments.options.get("deck") ?? context.config.decks)[0];
  if (path === undefined) return join(notesFolder(context.places), "inbox", INBOX);
  if (isFolder(path)) return join(path, INBOX);
  if (/^\.(?:md|markdown)$/iu.test(extname(path))) return path;
  throw new Failure({
    code: "usage",
    data: { fault: "option-value", name: "FILE", value: path, expected: "NAME.md" },
  });
}

/** Tells whether two paths lead to the same file. */
export function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
