import { spawn } from "node:child_process";
import { resolve as absolute } from "node:path";

import type { Context } from "./context.ts";

/** What opens a file with the program that the person has for it. */
const OPENERS: Readonly<
  Partial<Record<NodeJS.Platform, readonly [command: string, ...before: readonly string[]]>>
> = {
  darwin: ["open"],
  win32: ["explorer"],
};

/** Opens a file with the system's program for it, and tells if there is none. It doesn't wait for the program to end. */
export async function openFile({ terminal, words }: Context, file: string): Promise<void> {
  const [command, ...before] = OPENERS[process.platform] ?? ["xdg-open"];
  const isOpened = await new Promise<boolean>((resolve) => {
    const opener = spawn(command, [...before, absolute(file)], { stdio: "ignore", detached: true });
    opener.once("error", () => resolve(false));
    opener.once("spawn", () => {
      opener.unref();
      resolve(true);
    });
  });
  if (!isOpened) terminal.talk(words.anki.export.notOpened(file));
}
