import { Failure } from "../base/failure.ts";
import type { Place } from "../base/problem.ts";
import type { App, AppMessage } from "./app-state.ts";
import type { Program } from "./program.ts";
import type { Lend, TuiWorld } from "./tui-world.ts";

/** Time in a sitting passes in steps of so many milliseconds: a card whose step is over turns up. */
const TICK = 1000;

type AppProgram = Program<App, AppMessage>;

/** What goes on outside the program while it runs. */
export interface Outside {
  /** Has a place of the notes edited; not while another one is. */
  readonly edit: (place: Place, lend: Lend) => void;
  readonly stop: () => void;
}

/** Tells the program what happens by itself, and what comes of the learner's editor. */
export function goOutside(world: TuiWorld, program: AppProgram): Outside {
  const ticking = setInterval(() => {
    if (program.state().session !== null)
      program.send({ type: "session", message: { type: "ticked", moment: world.now() } });
  }, TICK);
  const stopWatching = world.watchNotes(() => void readNotes(world, program, "watch"));
  let editing: "none" | "one" = "none";
  return {
    edit: (place, lend) => {
      if (editing === "one") return;
      editing = "one";
      void editNotes(world, program, place, lend).finally(() => (editing = "none"));
    },
    stop: () => {
      clearInterval(ticking);
      stopWatching();
    },
  };
}

/** Has a place of the notes edited, then has them read again, whatever became of the editor. */
async function editNotes(world: TuiWorld, program: AppProgram, place: Place, lend: Lend): Promise<void> {
  const left = world.now().at;
  const failed = await failureOf(() => world.edit(place, lend));
  const moment = world.now();
  program.send({ type: "session", message: { type: "was-away", ms: moment.at - left, moment } });
  await readNotes(world, program, "editor");
  if (failed !== null) program.send(failed);
}

/** Has the notes read again, and tells what has come of it. */
async function readNotes(world: TuiWorld, program: AppProgram, cause: "editor" | "watch"): Promise<void> {
  const failed = await failureOf(async () => {
    const message = await world.readNotes();
    program.send({ type: "notes-read", home: world.home(program.state().lang), message, cause });
  });
  if (failed !== null) program.send(failed);
}

async function failureOf(action: () => Promise<void>): Promise<AppMessage | null> {
  try {
    await action();
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { type: "notes-failed", failure: error.facts };
  }
}
