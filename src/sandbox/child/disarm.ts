import { runInNewContext } from "node:vm";

/** What Node lets a process do to itself and to others; what it does with files, its permission model forbids. */
const POWERS: readonly string[] = [
  "_debugEnd",
  "_debugProcess",
  "_kill",
  "_linkedBinding",
  "abort",
  "binding",
  "chdir",
  "dlopen",
  "execve",
  "exit",
  "finalization",
  "getBuiltinModule",
  "kill",
  "loadEnvFile",
  "mainModule",
  "reallyExit",
  "report",
  "setegid",
  "seteuid",
  "setgid",
  "setgroups",
  "setuid",
  "stderr",
  "stdin",
  "stdout",
  "umask",
];

/**
 * Takes from this process, for good, what a program could do with it that has got out of its context: signals to other
 * processes, an end of its own choice, Node's modules; and of the globals all that the language doesn't have.
 */
export function disarm(): void {
  for (const power of POWERS) Reflect.deleteProperty(process, power);
  const language = new Set<string>(runInNewContext("Object.getOwnPropertyNames(globalThis)"));
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!language.has(name)) Reflect.deleteProperty(globalThis, name);
  Object.freeze(globalThis);
}
