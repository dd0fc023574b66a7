import { Failure } from "../../base/failure.ts";
import { gap, padRow, row, rowText, rowWidth } from "../../pages/row.ts";
import { wrapRow } from "../../pages/wrap.ts";
import { getSetting, listSettings, setSetting, type Setting } from "../../store/config-file.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import type { Context } from "../context.ts";

/** Cells of the names and the values in a list, how wide that gets, and from where on it has room for the rest beside them. */
const NAMES = 18;
const VALUES = 20;
const WIDEST = 110;
const SIDE_BY_SIDE = 76;

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
  for (const setting of settings)
    for (const line of settingLines(setting, context)) context.terminal.print(line);
}

/** A setting and what it is about, in one line where there is room. */
function settingLines({ key, value, origin }: Setting, { words, terminal }: Context): readonly string[] {
  const { standard, meaning } = words.config;
  const name = [
    ...padRow(row(key), NAMES),
    ...padRow(row((value + (origin === "default" ? standard : "")).trim()), VALUES),
  ];
  const width = Math.max(40, Math.min(WIDEST, terminal.columns()));
  const isShort = rowWidth(name) <= NAMES + VALUES && width >= SIDE_BY_SIDE;
  const indent = isShort ? NAMES + VALUES : NAMES;
  const about = wrapRow(row(meaning[key], "quiet"), width - indent);
  const [first = [], ...others] = isShort ? about : [[], ...about];
  return [[...name, ...first], ...others.map((line) => [gap(indent), ...line])].map((line) =>
    rowText(line).trimEnd(),
  );
}

function tell(context: Context, json: Readonly<Record<string, unknown>>, line: string): void {
  if (isGiven(context, "json")) printJson(context, json);
  else context.terminal.print(line);
}

function needed(word: string | undefined, name: string): string {
  if (word !== undefined) return word;
  throw new Failure({ code: "usage", data: { fault: "argument-missing", name } });
}
