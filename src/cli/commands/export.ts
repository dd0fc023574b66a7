import { Failure } from "../../base/failure.ts";
import type { Command } from "../command.ts";

/** What can be written. */
const KINDS = "anki | text | csv | json";

/** `sluice export`: writes cards to a file. */
export const exportCards: Command = {
  name: "export",
  options: ["output", "front", "format", "chapter", "tag", "level", "no-history", "dry-run", "open"],
  words: 1,
  run: async (context, [kind]) => {
    const file = context.arguments.options.get("output")?.at(-1);
    switch (kind) {
      case "anki": {
        const { exportToAnki } = await import("../export-to-anki.ts");
        return await exportToAnki(context, file ?? "sluice.apkg");
      }
      case "text":
      case "csv":
      case "json": {
        const { exportToFile } = await import("../export-to-file.ts");
        return await exportToFile(context, kind, file ?? `sluice.${kind === "text" ? "txt" : kind}`);
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
