import { homeChoices, homePage } from "../../pages/home-page.ts";
import { rowText } from "../../pages/row.ts";
import { DONE, isGiven, printJson, type Command } from "../command.ts";
import { identifiedDeck, type Context } from "../context.ts";
import { homeFacts } from "../home-facts.ts";

/** `sluice`: the first screen; without a terminal today's summary. */
export const home: Command = {
  name: "home",
  options: [],
  words: 0,
  run: async (context) => {
    const { terminal } = context;
    const isScreen = terminal.inputIsTerminal() && terminal.outputIsTerminal();
    if (isScreen && !isGiven(context, "plain") && !isGiven(context, "json")) {
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
  const lines = [...page.head, ...page.body].map((line) => rowText(line).trimEnd());
  const offered = homeChoices(facts)[0] === "review" ? context.words.home.command : null;
  for (const line of lines.slice(1)) {
    // Without a terminal there is no Enter to press: what a command can do names it, the rest is left out.
    const [, offer] = /^❯ (.*?)\s+Enter$/u.exec(line) ?? [];
    if (offer === undefined) context.terminal.print(line);
    else if (offered !== null) context.terminal.print(offered(offer, "sluice review"));
  }
}
