import { Failure } from "../../base/failure.ts";
import type { Command } from "../command.ts";

/** What can be read. */
const KINDS = "anki";

/** `sluice import`: takes over reviews and notes from a file. */
export const importCards: Command = {
  name: "import",
  options: ["dry-run", "weights"],
  words: 2,
  run: async (context, [kind, file]) => {
    if (kind === undefined)
      throw new Failure({ code: "usage", data: { fault: "argument-missing", name: KINDS } });
    if (kind !== KINDS) {
      throw new Failure({
        code: "usage",
        data: { fault: "option-value", name: "import", value: kind, expected: KINDS },
      });
    }
    if (file === undefined)
      throw new Failure({ code: "usage", data: { fault: "argument-missing", name: "FILE" } });
    const { importFromAnki } = await import("../import-from-anki.ts");
    return await importFromAnki(context, file);
  },
};
