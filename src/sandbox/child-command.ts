import { join } from "node:path";

/** A program, its arguments, and all that it knows of the environment. */
export interface ChildCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Where a child is started. */
export interface ChildHost {
  /** The folder with the built program. */
  readonly program: string;
  /** The path of Node. */
  readonly node: string;
  readonly platform: string;
  /** Windows' own folder, without which no program starts there; `undefined` elsewhere. */
  readonly systemRoot: string | undefined;
}

/** What the child reads: its own program. Nothing else on the disk is there for it. */
export const RUNNER_FILES = ["exercise-child.js", "exercise-stage.js", "exercise-jury.js"];

/** What sets limits before Node is started, where there is one. */
export const SHELL = "/bin/sh";

/** Megabytes of JavaScript objects; V8 ends the process beyond them. */
const HEAP = 128;

/**
 * What a shell can forbid besides: data (KiB), core dumps, and files. JavaScript's own limit leaves out ArrayBuffers;
 * this one doesn't. A limit that a shell doesn't know is left out.
 */
const ULIMITS = "ulimit -d 1000000; ulimit -c 0; ulimit -f 0";

/** Its zone is the same everywhere: nothing of a verdict depends on where it is given. */
const ENVIRONMENT = { TZ: "UTC" } as const;

/**
 * Returns how a child is started that may use so many seconds of the processor, lest one whose parent was killed should
 * run for ever: it reads its own files only, writes nothing, starts no process and no thread, has no network where Node
 * can forbid it, makes no code out of strings, and nothing changes what all its objects have in common.
 */
export function childCommand(
  { program, node, platform, systemRoot }: ChildHost,
  processor: number,
): ChildCommand {
  const args = [
    "--permission",
    ...RUNNER_FILES.map((file) => `--allow-fs-read=${join(program, file)}`),
    "--frozen-intrinsics",
    "--disallow-code-generation-from-strings",
    "--experimental-vm-modules",
    "--no-warnings",
    `--max-old-space-size=${HEAP}`,
    join(program, "exercise-child.js"),
  ];
  if (platform === "win32")
    return {
      file: node,
      args,
      env: { ...ENVIRONMENT, ...(systemRoot === undefined ? {} : { SystemRoot: systemRoot }) },
    };
  const limits = `${ULIMITS}; ulimit -t ${processor}`;
  return { file: SHELL, args: ["-c", `${limits}; exec "$0" "$@"`, node, ...args], env: ENVIRONMENT };
}
