import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";

import { run, tellFault, type Host } from "./cli/run.ts";
import { terminalOf } from "./cli/terminal.ts";

declare const SLUICE_VERSION: string;

const argv = process.argv.slice(2);
const host: Host = {
  terminal: terminalOf(process),
  home: homedir(),
  version: SLUICE_VERSION,
  called: calledHere(process.env),
  shippedDeck: fileURLToPath(new URL("../cards", import.meta.url)),
  program: fileURLToPath(new URL(".", import.meta.url)),
};
process.on("uncaughtException", (error) => process.exit(tellFault(error, argv, host)));
// Not awaited: the parts of the program that are loaded later import this file, and would wait for it.
void run(argv, host).then((code) => process.exit(code));

/** Nobody finds a command `sluice` in a clone, which has the sources, nor where npx has fetched the package for once. */
function calledHere(environment: NodeJS.ProcessEnv): string {
  const isClone = existsSync(new URL("../src/main.ts", import.meta.url));
  return isClone || environment["npm_command"] === "exec" ? "npx sluice" : "sluice";
}
