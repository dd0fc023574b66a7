import { padRow, row, rowText } from "../../pages/row.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";

/** `sluice path`: where data, settings and cache are. */
export const path: Command = {
  name: "path",
  options: [],
  words: 0,
  run: (context) => {
    const { data, config, cache } = context.places;
    if (isGiven(context, "json")) printJson(context, { data, config, cache });
    else {
      for (const [name, place] of Object.entries({ data, config, cache })) {
        context.terminal.print(rowText([...padRow(row(name), 8), ...row(place)]));
      }
    }
    return Promise.resolve(DONE);
  },
};
