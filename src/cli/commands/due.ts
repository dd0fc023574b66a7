import { agendaNow } from "../agenda-now.ts";
import { isoAt } from "../clock.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import { momentOf } from "../context.ts";

/** `sluice due`: how many cards are due today. */
export const due: Command = {
  name: "due",
  options: [],
  words: 0,
  run: async (context) => {
    const moment = momentOf(context);
    const { day, counts, nextAt } = await agendaNow(context, moment);
    const { review, learning, new: fresh } = counts;
    if (isGiven(context, "json")) {
      printJson(context, {
        day,
        new: fresh,
        learning,
        review,
        nextAt: nextAt === null ? null : isoAt(nextAt, context.clock.zone),
      });
      return DONE;
    }
    const { terminal, words } = context;
    terminal.print(words.due.line(review, learning, fresh));
    if (review + learning + fresh === 0) {
      const next = nextAt === null ? null : Math.max(0, nextAt - moment.at);
      terminal.print(next === null ? words.due.none : words.due.next(words.inTime(next)));
    }
    return DONE;
  },
};
