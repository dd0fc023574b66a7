import type { CommandName } from "../locale/messages.ts";
import type { Command } from "./command.ts";

/** Every command and how to get it: none is loaded before it is called. */
export const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  home: async () => (await import("./commands/home.ts")).home,
  review: async () => (await import("./commands/review.ts")).review,
  due: async () => (await import("./commands/due.ts")).due,
  cards: async () => (await import("./commands/cards.ts")).cards,
  check: async () => (await import("./commands/check.ts")).check,
  undo: async () => (await import("./commands/undo-redo.ts")).undo,
  redo: async () => (await import("./commands/undo-redo.ts")).redo,
  config: async () => (await import("./commands/config.ts")).config,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  path: async () => (await import("./commands/path.ts")).path,
};

/** The names of all commands, in the order in which help lists them. */
export const COMMAND_NAMES: readonly CommandName[] = [
  "home",
  "review",
  "due",
  "cards",
  "check",
  "undo",
  "redo",
  "config",
  "doctor",
  "path",
];
