import { Failure } from "../../base/failure.ts";
import { padRow, row, rowText } from "../../pages/row.ts";
import { getSetting, listSettings, setSetting } from "../../store/config-file.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import type { Context } from "../context.ts";

/** `sluice config`: shows and changes settings. */
export const config: Command = {
  name: "config",
  options: [],
  words: 3,
  run: (context, [verb = "list", key, value]) => {
    const file = context.places.config;
    switch (verb) {
      case "list":
        list(context);
        break;
      case "path":
        tell(context, { file }, file);
        break;
      case "get": {
        const setting = getSetting(file, needed(key, "KEY"));
        tell(context, { ...setting }, setting.value);
        break;
      }
      case "set": {
        const setting = setSetting(file, needed(key, "KEY"), needed(value, "VALUE"));
        tell(context, { ...setting }, context.words.config.set(setting.key, setting.value));
        break;
      }
      default:
        throw new Failure({
          code: "usage",
          data: { fault: "option-value", name: "config", value: verb, expected: "list | get | set | path" },
        });
    }
    return Promise.resolve(DONE);
  },
};

function list(context: Context): void {
  const settings = listSettings(context.places.config);
  if (isGiven(context, "json")) {
    printJson(context, { settings });
    return;
  }
  for (const { key, value, origin } of settings) {
    const note = origin === "default" ? context.words.config.standard : "";
    context.terminal.print(rowText([...padRow(row(key), 18), ...row(value + note)]));
  }
}

function tell(context: Context, json: Readonly<Record<string, unknown>>, line: string): void {
  if (isGiven(context, "json")) printJson(context, json);
  else context.terminal.print(line);
}

function needed(word: string | undefined, name: string): string {
  if (word !== undefined) return word;
  throw new Failure({ code: "usage", data: { fault: "argument-missing", name } });
}
