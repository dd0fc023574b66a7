import { join } from "node:path";

import { parseArguments } from "../../src/cli/arguments.ts";
import { stoppedClock } from "../../src/cli/clock.ts";
import type { Context } from "../../src/cli/context.ts";
import { messagesIn } from "../../src/locale/choose.ts";
import { readConfig } from "../../src/store/config-file.ts";
import { placesBelow } from "../../src/store/places.ts";
import { scratchFolder } from "../store/scratch.ts";

/** What a command works with on a morning, without a terminal, in a folder of its own; and what it has printed and told. */
export interface ContextScene {
  readonly context: Context;
  readonly folder: string;
  readonly printed: readonly string[];
  readonly talked: readonly string[];
}

/** Returns a context with the options of a command line; the deck that is shipped is `cards` in its folder. */
export function aContext(argv: readonly string[] = [], folder = scratchFolder()): ContextScene {
  const printed: string[] = [];
  const talked: string[] = [];
  const places = placesBelow(join(folder, "data"));
  const context: Context = {
    arguments: parseArguments(argv),
    lang: "en",
    words: messagesIn("en"),
    places,
    config: readConfig(places.config),
    clock: stoppedClock("2026-12-01T09:00:00+08:00"),
    terminal: {
      stdin: () => process.stdin,
      print: (line) => void printed.push(line),
      prompt: (text) => void printed.push(text),
      talk: (line) => void talked.push(line),
      progress: () => undefined,
      inputIsTerminal: () => false,
      outputIsTerminal: () => false,
      columns: () => 80,
      environment: { LANG: "en_US.UTF-8" },
    },
    shippedDeck: join(folder, "cards"),
    program: folder,
  };
  return { context, folder, printed, talked };
}
