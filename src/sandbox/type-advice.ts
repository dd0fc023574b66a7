import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";

import type { Fault } from "../exercise/fault.ts";

/** Milliseconds after which nobody waits for advice any more. */
const PATIENCE = 500;

/**
 * Returns what TypeScript says of a learner's file, beside which a `tsconfig.json` stands: advice, for the verdict
 * doesn't depend on it. Nothing where TypeScript isn't installed, or takes too long. Never rejects.
 */
export async function typeAdvice(
  file: string,
  compiler: string | null = installedCompiler(),
): Promise<readonly Fault[]> {
  if (compiler === null) return [];
  const args = ["-p", dirname(file), "--noEmit", "--pretty", "false"];
  const output = await outputOf(
    spawn(compiler, args, {
      cwd: dirname(file),
      timeout: PATIENCE,
      killSignal: "SIGKILL",
      windowsHide: true,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  return output.split("\n").flatMap((line) => faultIn(line) ?? []);
}

/** Returns what a program says, however it ends; `""` if it can't be started. */
async function outputOf(program: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  program.on("error", () => undefined);
  return await text(program.stdout).catch(() => "");
}

/** Returns the path of TypeScript's native program; `null` if it isn't installed: whoever runs sluice alone has none. */
function installedCompiler(): string | null {
  try {
    const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
    const name = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
    const native = dirname(createRequire(typescript).resolve(name));
    return join(native, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
  } catch {
    return null;
  }
}

function faultIn(line: string): Fault | null {
  const [, file, row, column, code, message] =
    /^([^(]+)\((\d+),(\d+)\): error (TS\d+): (.*)$/u.exec(line) ?? [];
  if (file === undefined || code === undefined || message === undefined) return null;
  return { file, line: Number(row), column: Number(column), name: code, message };
}
