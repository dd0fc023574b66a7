import type { FixAction } from "../../locale/practice-words.ts";
import type { KeyName } from "../key-name.ts";

/** Which screen has the keys. */
export type FixScope =
  | "list"
  | "searching"
  | "trusting"
  | "working"
  | "asked"
  | "explaining"
  | "over"
  | "overlay";

/** What keys do on a screen; `shown` is what a help page calls them. */
export interface FixBinding {
  readonly shown: string;
  readonly keys: readonly KeyName[];
  readonly action: FixAction;
}

function binding(shown: string, keys: readonly KeyName[], action: FixAction): FixBinding {
  return { shown, keys, action };
}

const SCROLL = binding("↑ ↓  PgUp PgDn", ["up", "down", "pageup", "pagedown", "j", "k"], "scroll");
const COMMON = [
  SCROLL,
  binding("l", ["l"], "language"),
  binding("?", ["?"], "help"),
  binding("q  Esc", ["q", "escape"], "back"),
  binding("Ctrl-C", ["ctrl-c"], "quit"),
];
const LOOKING = [
  binding("Tab", ["tab"], "next-panel"),
  binding("Shift-Tab", ["shift-tab"], "previous-panel"),
  binding("p", ["p"], "picture"),
  binding("← →", ["left", "right"], "step"),
  binding("n  N", ["n", "N"], "landmark"),
  binding("[ ]", ["[", "]"], "select-input"),
  binding("< >", ["<", ">", ",", "."], "move-input"),
  binding("e", ["e"], "edit"),
  binding("r", ["r"], "run"),
];

/** Every key of every screen of exercises. */
export const FIX_KEYMAP: Readonly<Record<FixScope, readonly FixBinding[]>> = {
  list: [
    binding("Enter", ["enter", "space"], "begin"),
    binding("↑ ↓", ["up", "down", "j", "k", "pageup", "pagedown"], "move"),
    binding("/", ["/"], "search"),
    binding("f", ["f"], "filter"),
    binding("l", ["l"], "language"),
    binding("?", ["?"], "help"),
    binding("q", ["q", "escape", "ctrl-c"], "quit"),
  ],
  searching: [
    binding("Enter", ["enter"], "save"),
    binding("Esc", ["escape"], "cancel"),
    binding("Ctrl-C", ["ctrl-c"], "quit"),
  ],
  trusting: [
    binding("y", ["y", "Y"], "confirm"),
    binding("n  Esc", ["n", "N", "escape", "q", "enter"], "decline"),
    binding("Ctrl-C", ["ctrl-c"], "quit"),
  ],
  working: [
    binding("h", ["h"], "hint"),
    binding("g", ["g"], "give-up"),
    binding("x", ["x"], "reset"),
    binding("U", ["U"], "undo-reset"),
    ...LOOKING,
    ...COMMON,
  ],
  asked: [
    binding("Enter", ["enter", "y"], "confirm"),
    binding("Esc", ["escape", "n", "q"], "decline"),
    binding("Ctrl-C", ["ctrl-c"], "quit"),
  ],
  explaining: [
    binding("A-D", [..."abcdABCD"], "pick"),
    binding("1 2 3 4", ["1", "2", "3", "4"], "grade"),
    binding("Enter", ["enter", "space"], "take-grade"),
    ...LOOKING,
    ...COMMON,
  ],
  over: [binding("Enter", ["enter", "space"], "back"), ...LOOKING, ...COMMON],
  overlay: [
    binding("Esc", ["escape", "enter", "space", "q", "?"], "back"),
    SCROLL,
    binding("Ctrl-C", ["ctrl-c"], "quit"),
  ],
};

/** Returns what a key does on a screen; `null` = nothing. */
export function fixActionOf(scope: FixScope, key: KeyName): FixAction | null {
  return FIX_KEYMAP[scope].find(({ keys }) => keys.includes(key))?.action ?? null;
}
