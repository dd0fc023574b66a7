// Writes what editors need to know "sluice/flink" and "sluice/exercise".
import { execFile } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { stampOf } from "./stamp.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * What an editor needs to know the two libraries: a declaration for each file behind them. They are made anew when a
 * file has changed; tsc takes longer than all the rest.
 */
export async function declare(dist, fresh) {
  const stamp = await stampOf(["base", "engine", "exercise"]);
  const [old, types] = [join(dist, "types"), join(fresh, "types")];
  if ((await readFile(join(old, "stamp"), "utf8").catch(() => "")) === stamp)
    await cp(old, types, { recursive: true });
  else await emitDeclarations(types, join(fresh, "tsconfig.json"));
  await writeFile(join(types, "stamp"), stamp);
  await writeFile(join(fresh, "flink.d.ts"), 'export * from "./types/engine/index.ts";\n');
  await writeFile(join(fresh, "exercise.d.ts"), 'export * from "./types/exercise/index.ts";\n');
}

async function emitDeclarations(outDir, project) {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "false", "--emitDeclarationOnly", "--declaration"];
  const { compilerOptions } = JSON.parse(await readFile(join(root, "tsconfig.json"), "utf8"));
  const files = ["engine", "exercise"].map((room) => join(root, "src", room, "index.ts"));
  await writeFile(project, JSON.stringify({ compilerOptions: { ...compilerOptions, paths: {} }, files }));
  const args = [tsc, "-p", project, ...options, "--rootDir", join(root, "src"), "--outDir", outDir];
  // Code 2: there are errors, which `npm run types` is there to tell, and yet declarations.
  await promisify(execFile)(process.execPath, args).catch((error) => {
    if (error.code !== 2) throw error;
  });
  await rm(project);
}
