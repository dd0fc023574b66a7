import { join } from "node:path";

/** A program, its arguments, and how Node starts it. */
export interface ChildCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: {
    /** All that it knows of the environment. */
    readonly env: Record<string, string>;
    /** Its streams; where it leads a group of processes, a lifeline besides. */
    readonly stdio: "pipe"[];
    /** Whether it leads a group of its own: then nothing that is typed in the terminal reaches it, such as Ctrl-C. */
    readonly detached: boolean;
    readonly windowsHide: boolean;
  };
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

/** The streams of a child: for input, output and errors. */
const STREAMS: readonly "pipe"[] = ["pipe", "pipe", "pipe"];

/** The number of the stream behind them: nothing is written there, and it ends when the parent is gone. */
const LIFELINE = STREAMS.length;

/** Kills the child when its lifeline is cut: one that is busy doesn't notice that nobody listens any more. */
const WATCH = `(read -r _ <&${LIFELINE}; kill -KILL $$) </dev/null >/dev/null 2>&1 &`;

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
 * Returns how a child is started that may use so many seconds of the processor, and where there is a shell dies with its
 * parent: it reads its own files only, writes nothing, starts no process and no thread, has no network where Node can
 * forbid it, makes no code out of strings, and nothing changes what all its objects have in common.
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
  if (platform === "win32") {
    const env = { ...ENVIRONMENT, ...(systemRoot === undefined ? {} : { SystemRoot: systemRoot }) };
    return { file: node, args, options: { env, stdio: [...STREAMS], detached: false, windowsHide: true } };
  }
  const script = `${ULIMITS}; ulimit -t ${processor}; ${WATCH} exec "$0" "$@" ${LIFELINE}<&-`;
  const options = {
    env: ENVIRONMENT,
    stdio: [...STREAMS, "pipe" as const],
    detached: true,
    windowsHide: true,
  };
  return { file: SHELL, args: ["-c", script, node, ...args], options };
}
