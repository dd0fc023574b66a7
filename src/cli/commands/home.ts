import { homeChoices, homePage, type HomeChoice } from "../../pages/home-page.ts";
import { rowText } from "../../pages/row.ts";
import { DONE, isGiven, isOnScreen, printJson, type Command } from "../command.ts";
import type { Context } from "../context.ts";
import { identifiedDeck } from "../decks.ts";
import { homeFacts } from "../home-facts.ts";

/** `sluice`: the first screen; without a terminal today's summary. */
export const home: Command = {
  name: "home",
  options: [],
  words: 0,
  run: async (context) => {
    if (isOnScreen(context)) {
      const { runScreen } = await import("../run-screen.ts");
      return await runScreen(context, "home");
    }
    await printSummary(context);
    return DONE;
  },
};

async function printSummary(context: Context): Promise<void> {
  const loaded = await identifiedDeck(context);
  const facts = homeFacts(context, loaded, loaded.progress, context.lang);
  if (isGiven(context, "json")) {
    const { day, review, learning, fresh, answered, streak } = facts;
    printJson(context, { day, new: fresh, learning, review, answered, streak });
    return;
  }
  const page = homePage(
    { facts, selected: 0, notice: [] },
    { columns: Math.min(80, context.terminal.columns()), rows: 24 },
    context.words,
  );
  const choices = [...homeChoices(facts)];
  const lines = [...page.head, ...page.body].map((line) => rowText(line).trimEnd());
  for (const line of lines.slice(1)) {
    // Without a terminal there is no key to press: what a command can do names it, the rest is left out.
    const [, offer] = KEYED.exec(line) ?? [];
    if (offer === undefined) context.terminal.print(line);
    else {
      const command = COMMANDS[choices.shift() ?? "more"];
      if (command !== null) context.terminal.print(context.words.home.command(offer, command));
    }
  }
}

/** A choice as the first screen shows it: what it does, and its key at the end of the line. */
const KEYED = /^(?:[❯>]| ) (\S.*?)\s+(?:Enter|[a-z])$/u;

/** The commands that do what the first screen offers; `null` = there is none. */
const COMMANDS: Readonly<Record<HomeChoice, string | null>> = {
  review: "sluice review",
  more: null,
  fix: "sluice fix",
};
