import { Failure } from "../../base/failure.ts";
import type { CommandName } from "../../locale/messages.ts";
import { DONE, type Command } from "../command.ts";

/** `sluice completion bash|zsh|fish`: what a shell needs to complete commands, options and their values. */
export function completionFor(commands: () => Readonly<Record<CommandName, Command>>): Command {
  return {
    name: "completion",
    options: [],
    words: 1,
    run: async ({ words, terminal }, [shell]) => {
      const { vocabularyOf } = await import("../completion/vocabulary.ts");
      const { SCRIPTS } = await import("../completion/scripts.ts");
      const script = SCRIPTS.get(shell ?? "");
      if (script === undefined) throw refusal(shell, [...SCRIPTS.keys()]);
      terminal.print(script(vocabularyOf(commands(), words)).trimEnd());
      return DONE;
    },
  };
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
