import { Failure } from "../../base/failure.ts";
import type { CommandName } from "../../locale/messages.ts";
import { DONE, type Command } from "../command.ts";
import type { Context } from "../context.ts";
import { loadedDeck } from "../decks.ts";

/** `sluice completion bash|zsh|fish`: what a shell needs to complete commands, options and their values. */
export function completionFor(commands: () => Readonly<Record<CommandName, Command>>): Command {
  return {
    name: "completion",
    options: [],
    words: 1,
    run: async (context, [shell]) => {
      const { vocabularyOf } = await import("../completion/vocabulary.ts");
      const { SCRIPTS } = await import("../completion/scripts.ts");
      const script = SCRIPTS.get(shell ?? "");
      if (script === undefined) throw refusal(shell, [...SCRIPTS.keys()]);
      const vocabulary = vocabularyOf(commands(), context.words, await exercisesIn(context));
      context.terminal.print(script(vocabulary).trimEnd());
      return DONE;
    },
  };
}

/** A shell that starts wants its completions, whatever is the matter with the notes. */
async function exercisesIn(context: Context): Promise<readonly string[]> {
  try {
    const { deck } = await loadedDeck(context);
    return deck.cards.filter(({ kind }) => kind === "exercise").map(({ id }) => id);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

function refusal(shell: string | undefined, shells: readonly string[]): Failure {
  const expected = shells.join(" | ");
  return new Failure({
    code: "usage",
    data:
      shell === undefined
        ? { fault: "argument-missing", name: expected }
        : { fault: "option-value", name: "completion", value: shell, expected },
  });
}
