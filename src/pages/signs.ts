import { signSet } from "./terminal-traits.ts";

/** What stands for our own signs where the terminal knows ASCII only. Each is one cell wide, too. */
const PLAIN: Readonly<Record<string, string>> = {
  "│": "|",
  "─": "-",
  "━": "=",
  "❯": ">",
  "›": ">",
  "·": "-",
  "↑": "^",
  "↓": "v",
  "←": "<",
  "→": ">",
  "↳": ">",
  "✓": "+",
  "✗": "x",
  "…": "~",
  "–": "-",
  "▏": "_",
  "▣": "#",
  "●": "*",
  "○": "-",
  "▸": ">",
  "−": "-",
};

const SIGNS = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/** Returns a text of ours with the signs that the terminal can show. What notes say is never passed through it. */
export function signs(text: string): string {
  return signSet() === "unicode" ? text : text.replaceAll(SIGNS, (sign) => PLAIN[sign] ?? sign);
}
