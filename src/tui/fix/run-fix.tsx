import { render, type RenderOptions } from "ink";

import { createProgram } from "../program.ts";
import { SCREEN } from "../screen-options.ts";
import type { Lend } from "../tui-world.ts";
import { startFix, type FixApp, type FixEffect, type FixMessage } from "./fix-app.ts";
import { FixPerformer } from "./fix-performer.ts";
import { FixScreen } from "./fix-screen.tsx";
import type { FixWorld } from "./fix-world.ts";
import { updateFix } from "./update-fix.ts";

/** How the screens of exercises were left: by a key that means it, or by an interruption. */
export type FixEnd = "key" | "interruption";

/** Runs the screens of exercises until the learner leaves. */
export async function runFix(world: FixWorld, screenOptions: RenderOptions = SCREEN): Promise<FixEnd> {
  let end: FixEnd = "key";
  let lend: Lend = (run) => run();
  const performer = new FixPerformer(world, (run) => lend(run));
  const program = createProgram<FixApp, FixMessage, FixEffect>({
    start: startFix(world.lang, world.list()),
    update: updateFix,
    perform: (effect, send) => {
      if (effect.type === "quit") end = effect.how;
      if (effect.type === "quit" || (effect.type === "leave" && world.only !== null)) screen.unmount();
      else performer.perform(effect, send, program.state);
    },
  });
  const screen = render(
    <FixScreen program={program} world={world} onLend={(lender) => (lend = lender)} />,
    screenOptions,
  );
  if (world.only !== null)
    performer.perform({ type: "open", exercise: world.only }, program.send, program.state);
  await screen.waitUntilExit();
  performer.close();
  return end;
}
