import type { KeyAction, Messages } from "../locale/messages.ts";
import type { KeyLine } from "../pages/overlay-pages.ts";
import type { KeyName } from "./key-name.ts";

/** Which screen has the keys. */
export type KeyScope = "home" | "asking" | "typing" | "revealed" | "writing" | "idle" | "summary" | "overlay";

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
/** Keys of a line that is being written. */
const LINE: readonly Binding[] = [
  { shown: "Backspace  Del", keys: ["backspace", "delete", "ctrl-w", "ctrl-u", "ctrl-k"], action: "erase" },
  { shown: "← →  Home End", keys: ["left", "right", "home", "end", "ctrl-a", "ctrl-e"], action: "cursor" },
];
const CARD: readonly Binding[] = [
  UNDO,
  REDO,
  { shown: "-", keys: ["-"], action: "bury" },
  { shown: "@", keys: ["@"], action: "suspend" },
  { shown: "*", keys: ["*"], action: "flag" },
  { shown: "n", keys: ["n"], action: "note" },
  { shown: "e", keys: ["e"], action: "edit" },
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
    { shown: "f", keys: ["f"], action: "fix" },
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
    ...LINE,
    { shown: "Ctrl-Z", keys: ["ctrl-z"], action: "undo" },
    { shown: "Ctrl-Y", keys: ["ctrl-y"], action: "redo" },
    { shown: "↑ ↓  PgUp PgDn", keys: ["up", "down", "pageup", "pagedown"], action: "scroll" },
    HOME,
    { shown: "Ctrl-C", keys: ["ctrl-c"], action: "quit" },
  ],
  revealed: [
    { shown: "1 2 3 4", keys: ["1", "2", "3", "4", "enter", "space"], action: "grade" },
    { shown: "← →", keys: ["left", "right"], action: "pick" },
    ...CARD,
  ],
  writing: [
    { shown: "Enter", keys: ["enter"], action: "save" },
    { shown: "Esc", keys: ["escape"], action: "cancel" },
    ...LINE,
    { shown: "Ctrl-C", keys: ["ctrl-c"], action: "quit" },
  ],
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
    { shown: "e", keys: ["e"], action: "edit" },
    SCROLL,
    { shown: "Ctrl-C", keys: ["ctrl-c"], action: "quit" },
  ],
};

/** Returns what a key does on a screen, where a card offers so many options; `null` = nothing. */
export function actionOf(scope: KeyScope, key: KeyName, options: number): KeyAction | null {
  const means = ({ keys, action }: Binding): boolean =>
    keys.includes(key) && (action !== "choose" || optionOf(key) < options);
  return KEYMAP[scope].find(means)?.action ?? null;
}

/** Returns the option that a key names, counted from 0. */
export function optionOf(key: KeyName): number {
  const number = Number(key);
  return Number.isNaN(number) ? key.toLowerCase().charCodeAt(0) - 97 : number - 1;
}

/** Returns every key of a screen, for its help page; a card without options has no keys for them. */
export function keyLines(scope: KeyScope, words: Messages["keys"], options: number): readonly KeyLine[] {
  const scopes: readonly KeyScope[] =
    scope === "asking" || scope === "revealed" ? ["asking", "revealed"] : [scope];
  const seen = new Set<KeyAction>();
  return scopes
    .flatMap((each) => KEYMAP[each])
    .filter(({ action }) => action !== "choose" || options > 0)
    .filter(({ action }) => !seen.has(action) && seen.add(action))
    .map(({ shown, action }) => ({ keys: shown, does: words[action] }));
}
