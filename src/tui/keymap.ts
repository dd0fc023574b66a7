import type { KeyAction } from "../locale/messages.ts";
import type { KeyLine } from "../pages/overlay-pages.ts";
import type { KeyName } from "./key-name.ts";

/** Which screen has the keys. */
export type KeyScope = "home" | "asking" | "typing" | "revealed" | "idle" | "summary" | "overlay";

/** What keys do on a screen; `shown` is what a help page calls them. */
interface Binding {
  readonly shown: string;
  readonly keys: readonly KeyName[];
  readonly action: KeyAction;
}

const LANGUAGE: Binding = { shown: "l", keys: ["l"], action: "language" };
const HELP: Binding = { shown: "?", keys: ["?"], action: "help" };
const QUIT: Binding = { shown: "q", keys: ["q", "ctrl-c"], action: "quit" };
const UNDO: Binding = { shown: "u  Ctrl-Z", keys: ["u", "ctrl-z"], action: "undo" };
const REDO: Binding = { shown: "U  Ctrl-Y", keys: ["U", "ctrl-y"], action: "redo" };
const SCROLL: Binding = {
  shown: "↑ ↓  PgUp PgDn",
  keys: ["up", "down", "pageup", "pagedown", "j", "k"],
  action: "scroll",
};
const HOME: Binding = { shown: "Esc", keys: ["escape"], action: "home" };
const CARD: readonly Binding[] = [
  UNDO,
  REDO,
  { shown: "-", keys: ["-"], action: "bury" },
  { shown: "@", keys: ["@"], action: "suspend" },
  { shown: "*", keys: ["*"], action: "flag" },
  { shown: "i", keys: ["i"], action: "info" },
  { shown: "o", keys: ["o"], action: "source" },
  LANGUAGE,
  SCROLL,
  HELP,
  HOME,
  QUIT,
];

const KEYMAP: Readonly<Record<KeyScope, readonly Binding[]>> = {
  home: [
    { shown: "Enter", keys: ["enter", "space"], action: "start" },
    { shown: "↑ ↓", keys: ["up", "down", "j", "k"], action: "move" },
    LANGUAGE,
    HELP,
    { shown: "q", keys: ["q", "ctrl-c", "escape"], action: "quit" },
  ],
  asking: [
    { shown: "Enter  Space", keys: ["enter", "space"], action: "reveal" },
    { shown: "A-H  1-9", keys: [..."abcdefgh", ..."ABCDEFGH", ..."123456789"], action: "choose" },
    ...CARD,
  ],
  typing: [
    { shown: "Enter", keys: ["enter"], action: "reveal" },
    { shown: "Backspace", keys: ["backspace"], action: "erase" },
    { shown: "Ctrl-Z", keys: ["ctrl-z"], action: "undo" },
    { shown: "Ctrl-Y", keys: ["ctrl-y"], action: "redo" },
    { shown: "↑ ↓  PgUp PgDn", keys: ["up", "down", "pageup", "pagedown"], action: "scroll" },
    HOME,
    { shown: "Ctrl-C", keys: ["ctrl-c"], action: "quit" },
  ],
  revealed: [{ shown: "1 2 3 4", keys: ["1", "2", "3", "4", "enter", "space"], action: "grade" }, ...CARD],
  idle: [
    UNDO,
    REDO,
    LANGUAGE,
    HELP,
    { shown: "Enter", keys: ["enter", "space"], action: "back" },
    HOME,
    QUIT,
  ],
  summary: [
    UNDO,
    REDO,
    LANGUAGE,
    HELP,
    { shown: "Enter", keys: ["enter", "space", "escape"], action: "home" },
    QUIT,
  ],
  overlay: [
    { shown: "Esc", keys: ["escape", "enter", "space", "q", "?", "i", "o"], action: "back" },
    SCROLL,
    { shown: "Ctrl-C", keys: ["ctrl-c"], action: "quit" },
  ],
};

/** Returns what a key does on a screen; `null` = nothing. */
export function actionOf(scope: KeyScope, key: KeyName): KeyAction | null {
  return KEYMAP[scope].find((binding) => binding.keys.includes(key))?.action ?? null;
}

/** Returns every key of a screen, for its help page. */
export function keyLines(scope: KeyScope): readonly KeyLine[] {
  const scopes: readonly KeyScope[] =
    scope === "asking" || scope === "revealed" ? ["asking", "revealed"] : [scope];
  const seen = new Set<KeyAction>();
  return scopes
    .flatMap((each) => KEYMAP[each])
    .filter(({ action }) => !seen.has(action) && seen.add(action))
    .map(({ shown, action }) => ({ keys: shown, action }));
}
