import { nextAt } from "../../review/queue.ts";
import { todayOf } from "../../review/today.ts";
import { isoAt } from "../clock.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import { identifiedDeck, limitsOf, localityOf, momentOf } from "../context.ts";

/** `sluice due`: how many cards are due today. */
export const due: Command = {
  name: "due",
  options: [],
  words: 0,
  run: async (context) => {
    const { deck, progress } = await identifiedDeck(context);
    const here = localityOf(context);
    const { day, queue, nextIn } = todayOf({ deck, progress }, limitsOf(context), momentOf(context), here);
    const { review, learning, new: fresh } = queue.counts;
    if (isGiven(context, "json")) {
      const next = nextAt(queue, here.zone, here.rollover);
      printJson(context, {
        day,
        new: fresh,
        learning,
        review,
        nextAt: next === null ? null : isoAt(next, here.zone),
      });
      return DONE;
    }
    const { terminal, words } = context;
    terminal.print(words.due.line(review, learning, fresh));
    if (review + learning + fresh === 0) {
      terminal.print(nextIn === null ? words.due.none : words.due.next(words.inTime(nextIn)));
    }
    return DONE;
  },
};
