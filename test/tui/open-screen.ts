import { onTestFinished } from "vitest";

import type { Lang } from "../../src/base/lang.ts";
import { runTui } from "../../src/tui/run-tui.tsx";
import { aWorld, type ANote, type AWorld } from "./a-world.ts";
import { FakeTerminal, KEYS } from "./fake-terminal.ts";

/** The full screen of a made-up world. */
export interface OpenScreen {
  readonly world: AWorld;
  readonly terminal: FakeTerminal;
}

/** Opens the first screen on a deck of some notes; it is left when the test has ended. */
export async function openScreen(lang: Lang, ...notes: readonly ANote[]): Promise<OpenScreen> {
  const world = aWorld(lang, ...notes);
  const terminal = new FakeTerminal(80, 24);
  const ended = runTui(world, terminal.options);
  onTestFinished(async () => {
    await terminal.type(KEYS.ctrlC);
    await ended;
  });
  await terminal.type();
  return { world, terminal };
}
