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
  shippedDeck: fileURLToPath(new URL("../cards", import.meta.url)),
};
process.on("uncaughtException", (error) => process.exit(tellFault(error, argv, host)));
// Not awaited: the parts of the program that are loaded later import this file, and would wait for it.
void run(argv, host).then((code) => process.exit(code));
