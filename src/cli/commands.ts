import type { CommandName } from "../locale/messages.ts";
import type { Command } from "./command.ts";
import { add } from "./commands/add.ts";
import { cards } from "./commands/cards.ts";
import { check } from "./commands/check.ts";
import { completionFor } from "./commands/completion.ts";
import { config } from "./commands/config.ts";
import { doctor } from "./commands/doctor.ts";
import { due } from "./commands/due.ts";
import { exportCards } from "./commands/export.ts";
import { fix } from "./commands/fix.ts";
import { home } from "./commands/home.ts";
import { importCards } from "./commands/import.ts";
import { path } from "./commands/path.ts";
import { relink } from "./commands/relink.ts";
import { review } from "./commands/review.ts";
import { undo, redo } from "./commands/undo-redo.ts";

/** Every command. What draws or compiles is loaded by those that need it, when they need it. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  home,
  review,
  due,
  cards,
  check,
  fix,
  undo,
  redo,
  config,
  doctor,
  relink,
  add,
  export: exportCards,
  import: importCards,
  path,
  completion: completionFor(() => COMMANDS),
};
