import { signs } from "../signs.ts";
import { visibleLine } from "../visible-text.ts";

/** Returns what is told of a picture where it can't be seen: its description, and where it is to be found. */
export function pictureText(description: string, url: string): string {
  return `[${signs("▣")} ${[visibleLine(description), visibleLine(url)].filter((part) => part !== "").join(signs(" · "))}]`;
}
