import type { Key } from "ink";

/** A key by name: a character as it is, `space`, `enter`, `escape`, `up`, `pagedown`..., `ctrl-z`. */
export type KeyName = string;

const NAMED: readonly (readonly [field: keyof Key, name: KeyName])[] = [
  ["return", "enter"],
  ["escape", "escape"],
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["pageUp", "pageup"],
  ["pageDown", "pagedown"],
  ["home", "home"],
  ["end", "end"],
  ["tab", "tab"],
  ["backspace", "backspace"],
  ["delete", "delete"],
];

/** Returns the names of what was pressed: one, or one for each character if several came at once. */
export function keyNames(input: string, key: Key): readonly KeyName[] {
  const named = NAMED.find(([field]) => key[field] === true);
  if (named !== undefined) return [named[1]];
  if (key.ctrl) return [`ctrl-${input}`];
  return [...input].map((character) => CHARACTERS[character] ?? fullWidth(character));
}

/** Characters that are keys with a name. */
const CHARACTERS: Readonly<Record<string, KeyName>> = { " ": "space", "\r": "enter", "\n": "enter" };

/** Returns what was typed at one go, its line ends apart from what stands between them. */
export function partsOf(input: string): readonly string[] {
  return input.split(/(\r\n?|\n)/u).flatMap((part) => (part === "" ? [] : [part === "\r\n" ? "\r" : part]));
}

/** Tells whether what came from the keyboard is text, from an input method too, and not a key with a name. */
export function isText(input: string, key: Key): boolean {
  return input !== "" && !key.ctrl && !key.meta && !NAMED.some(([field]) => key[field] === true);
}

/** A Chinese input method that is on gives full-width signs: they mean the same keys. */
function fullWidth(character: string): string {
  const unit = character.charCodeAt(0);
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0);
  return unit === 0x3000 ? "space" : character;
}
