import { Failure } from "../../base/failure.ts";
import type { Command } from "../command.ts";
import { fileIn } from "../transfer-options.ts";

/** What can be written. */
const KINDS = "anki | text | csv | json";

/** `sluice export`: writes cards to a file. */
export const exportCards: Command = {
  name: "export",
  options: ["output", "front", "format", "chapter", "tag", "level", "no-history", "dry-run", "open"],
  words: 1,
  run: async (context, [kind]) => {
    switch (kind) {
      case "anki": {
        const { exportToAnki } = await import("../export-to-anki.ts");
        return await exportToAnki(context, fileIn(context, "sluice.apkg", "file"));
      }
      case "text":
      case "csv":
      case "json": {
        const { exportToFile } = await import("../export-to-file.ts");
        const usual = `sluice.${kind === "text" ? "txt" : kind}`;
        return await exportToFile(context, kind, fileIn(context, usual, "any"));
      }
      case undefined:
        throw new Failure({ code: "usage", data: { fault: "argument-missing", name: KINDS } });
      default:
        throw new Failure({
          code: "usage",
          data: { fault: "option-value", name: "export", value: kind, expected: KINDS },
        });
    }
  },
};
