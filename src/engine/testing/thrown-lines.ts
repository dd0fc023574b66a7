const ENGINE = pathOf(new URL("..", import.meta.url).href);

/** A call on the stack, in a file. */
const CALL = /\(?(?<file>(?:file:\/\/)?\/[^()]+):(?<line>\d+):(?<column>\d+)\)?$/u;

/** How Node shows where a syntax error is, above the error itself: the file, the code, and marks below the code. */
const MARKED = /^(?<file>(?:file:\/\/)?\/.+):(?<line>\d+)\n(?:.*\n)*?(?<before>[ \t]*)\^+\n/u;

/** A place in a file. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** How what was thrown is told. */
export interface Telling {
  /** The program as its user has named it. */
  readonly program: string;
  /** Returns how a file is named to its user, given its path. */
  readonly nameOf: (path: string) => string;
  /** Stands between an error and the one that it led to. */
  readonly ledTo: string;
}

/**
 * Returns what a program threw: the first cause, behind its place in the program as editors write it, and a line for
 * each error that it led to.
 */
export function thrownLines(thrown: unknown, { program, nameOf, ledTo }: Telling): readonly string[] {
  const [first, ...later] = causesOf(thrown).toReversed();
  const place = [first, ...later].map(placeOf).find((each) => each !== null) ?? null;
  return [
    `${place === null ? program : placeText(place, nameOf)}: ${textOf(first)}`,
    ...later.map((error) => `  ${ledTo} ${textOf(error)}`),
  ];
}

function causesOf(thrown: unknown): readonly unknown[] {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  return cause === undefined ? [thrown] : [thrown, ...causesOf(cause)];
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}

/** Returns the innermost place on an error's stack that is not the engine's; `null` if there is none. */
function placeOf(thrown: unknown): Place | null {
  if (!(thrown instanceof Error) || thrown.stack === undefined) return null;
  const marked = MARKED.exec(thrown.stack)?.groups;
  if (marked !== undefined) return placeAt({ ...marked, column: (marked["before"] ?? "").length + 1 });
  const calls = thrown.stack.split("\n").map((line) => CALL.exec(line)?.groups);
  const places = calls.flatMap((call) => (call === undefined ? [] : [placeAt(call)]));
  return places.find((place) => isOfProgram(place)) ?? null;
}

function placeAt(found: Readonly<Record<string, string | number>>): Place {
  return {
    file: pathOf(String(found["file"])),
    line: Number(found["line"]),
    column: Number(found["column"]),
  };
}

function isOfProgram({ file }: Place): boolean {
  return !file.startsWith(ENGINE) && !file.includes("/node_modules/");
}

function placeText({ file, line, column }: Place, nameOf: Telling["nameOf"]): string {
  return `${nameOf(file)}:${line}:${column}`;
}

function pathOf(file: string): string {
  return file.startsWith("file:") ? decodeURIComponent(new URL(file).pathname) : file;
}
