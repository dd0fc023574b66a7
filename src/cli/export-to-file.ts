import { csvFile } from "../anki/export/csv-file.ts";
import type { ExportRequest } from "../anki/export/export-request.ts";
import { jsonFile } from "../anki/export/json-file.ts";
import type { NotesFile } from "../anki/export/text-file.ts";
import { textFile } from "../anki/export/text-file.ts";
import { Failure } from "../base/failure.ts";
import { STEERING } from "../base/steering.ts";
import { readHistory } from "../store/store.ts";
import { writeExport } from "../store/write-export.ts";
import { DONE, isGiven, jsonLine } from "./command.ts";
import type { Context } from "./context.ts";
import { identifiedDeck } from "./decks.ts";
import { exportRequest } from "./notes-to-export.ts";
import { openFile } from "./open-file.ts";
import { OUTPUT } from "./transfer-options.ts";

/** The files that an export can write besides Anki's package. */
export type FileKind = "text" | "csv" | "json";

const WRITERS: Readonly<Record<FileKind, (request: ExportRequest) => NotesFile>> = {
  text: textFile,
  csv: csvFile,
  json: jsonFile,
};

/** Writes cards as text, as a table or as JSON. With `--dry-run` it only tells. Returns the exit code. */
export async function exportToFile(context: Context, kind: FileKind, file: string): Promise<number> {
  const history = readHistory(context.places);
  const request = await exportRequest(context, await identifiedDeck(context, history), history);
  const { text, notes } = WRITERS[kind](request);
  context.terminal.progress(null);
  if (notes === 0) throw new Failure({ code: "nothing-selected", data: {} });
  const isDry = isGiven(context, "dry-run");
  if (!isDry) deliver(context, file, text);
  tell(context, file, notes);
  if (!isDry && isGiven(context, "open")) await openFile(context, file);
  return DONE;
}

/** Writes to the file, or to the output; a terminal is given nothing that would steer it. */
function deliver({ terminal }: Context, file: string, text: string): void {
  if (file !== OUTPUT) return writeExport(file, text);
  const shown = terminal.outputIsTerminal() ? text.replaceAll(STEERING, "") : text;
  terminal.print(shown.replace(/\n$/u, ""));
}

/** Says what was written; where the output is the file, nothing else gets into it. */
function tell(context: Context, file: string, notes: number): void {
  const { writtenNotes, wouldWriteNotes } = context.words.anki.export;
  const isDry = isGiven(context, "dry-run");
  const { print, talk } = context.terminal;
  const say = file === OUTPUT && !isDry ? talk : print;
  if (isGiven(context, "json")) say(jsonLine({ file, notes }));
  else say((isDry ? wouldWriteNotes : writtenNotes)(file, notes));
}
