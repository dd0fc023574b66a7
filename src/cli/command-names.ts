import type { CommandName } from "../locale/messages.ts";

/** The names of all commands, in the order in which help lists them. */
export const COMMAND_NAMES: readonly CommandName[] = [
  "home",
  "review",
  "due",
  "cards",
  "check",
  "fix",
  "undo",
  "redo",
  "config",
  "doctor",
  "relink",
  "add",
  "export",
  "import",
  "path",
  "completion",
];
