import { spawn } from "node:child_process";

import { spawn as spawnTerminal } from "@lydell/node-pty";

/** Returns the milliseconds that a program takes from its start to its end, its output thrown away. */
export async function timeOfRun(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  await new Promise((resolve, reject) => child.once("exit", resolve).once("error", reject));
  return performance.now() - begun;
}

/**
 * Returns the milliseconds from the start of a program in a terminal of 80x24 until it has written `text`. It is then
 * left by the key `q`: Node keeps the code it has compiled only when a program ends by itself.
 */
export async function timeToText(args: readonly string[], text: string): Promise<number> {
  const begun = performance.now();
  const terminal = spawnTerminal(process.execPath, [...args], {
    cols: 80,
    rows: 24,
    env: { ...process.env, NO_COLOR: "1" },
  });
  let written = "";
  let time: number | null = null;
  terminal.onData((data) => {
    written += data;
    if (time !== null || !written.includes(text)) return;
    time = performance.now() - begun;
    terminal.write("q");
  });
  await new Promise((resolve) => terminal.onExit(resolve));
  if (time === null) throw new Error(`ended before it wrote ${text}: ${written}`);
  return time;
}

/** Returns the milliseconds that a program takes in a terminal from its start to its end. */
export async function timeInTerminal(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const terminal = spawnTerminal(process.execPath, [...args], { cols: 80, rows: 24 });
  await new Promise((resolve) => terminal.onExit(resolve));
  return performance.now() - begun;
}
