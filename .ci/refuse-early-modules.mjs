// Keeps slow built-in modules out of what every start loads.
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** What is loaded at every start, or at nearly every one. */
const STARTED = ["src/main.ts", "src/cli/commands.ts"];

/** What Node has loaded by then anyway. */
const LOADED = new Set(["fs", "os", "path", "process", "util"]);

/**
 * Refuses a build that asks for another module as soon as it is started. A function that can't be stood in for is asked
 * for then, and its module with it: streams cost three milliseconds, crypto nine. `outputs` = what esbuild has written
 * into `folder`.
 */
export async function refuseEarlyModules(folder, outputs) {
  for (const [path, { inputs }] of Object.entries(outputs)) {
    if (!STARTED.some((file) => file in inputs)) continue;
    const text = await readFile(join(folder, basename(path)), "utf8");
    for (const [, module] of text.matchAll(/[\w$]=process\.getBuiltinModule\("(?:node:)?([\w/]+)"\)/gu))
      if (!LOADED.has(module))
        throw new Error(`${path} loads ${module} at every start: use something else of it`);
  }
}
