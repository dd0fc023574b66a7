import { spawn } from "node:child_process";

import { spawn as spawnTerminal } from "@lydell/node-pty";

/** Returns the milliseconds that a program takes from its start to its end, its output thrown away. */
export async function timeOfRun(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  await new Promise((resolve, reject) => child.once("exit", resolve).once("error", reject));
  return performance.now() - begun;
}

/** Returns the milliseconds from the start of a program in a terminal of 80x24 until it has written `text`. */
export async function timeToText(args: readonly string[], text: string): Promise<number> {
  const begun = performance.now();
  const terminal = spawnTerminal(process.execPath, [...args], {
    cols: 80,
    rows: 24,
    env: { ...process.env, NO_COLOR: "1" },
  });
  let written = "";
  try {
    return await new Promise<number>((resolve, reject) => {
      terminal.onData((data) => {
        written += data;
        if (written.includes(text)) resolve(performance.now() - begun);
      });
      terminal.onExit(() => reject(new Error(`ended before it wrote ${text}: ${written}`)));
    });
  } finally {
    terminal.kill("SIGKILL");
  }
}

/** Returns the milliseconds that a program takes in a terminal from its start to its end. */
export async function timeInTerminal(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const terminal = spawnTerminal(process.execPath, [...args], { cols: 80, rows: 24 });
  await new Promise((resolve) => terminal.onExit(resolve));
  return performance.now() - begun;
}
