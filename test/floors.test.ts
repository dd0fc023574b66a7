import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

const SRC = join(dirname(fileURLToPath(import.meta.url)), "../src");

/** Every room and its floor: a file imports its own room and rooms on lower floors, never a neighbour, never upward. */
const FLOORS: Readonly<Record<string, number>> = {
  base: 0,
  engine: 0,
  card: 1,
  compile: 2,
  schedule: 2,
  exercise: 2,
  history: 3,
  review: 4,
  practice: 4,
  interview: 4,
  stats: 4,
  anki: 4,
  locale: 5,
  pages: 6,
  store: 7,
  sandbox: 7,
  tui: 7,
  cli: 8,
  "main.ts": 9,
};

/** Floors up to this one are pure: no clock, disk, process, console or dice. */
const LAST_PURE_FLOOR = 6;

/** The engine's own order: each of its rooms imports only what stands on a lower step. */
const ENGINE_STEPS: Readonly<Record<string, number>> = {
  java: 0,
  time: 1,
  trace: 2,
  state: 3,
  operators: 4,
  table: 5,
  cluster: 6,
  graph: 6,
  world: 6,
  runtime: 7,
  connectors: 8,
  api: 9,
  testing: 10,
  "index.ts": 11,
};

/** Who may import a package: the room that wraps it. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  unified: ["compile"],
  "micromark-extension-cjk-friendly": ["compile"],
  "remark-parse": ["compile"],
  "remark-gfm": ["compile"],
  "remark-frontmatter": ["compile"],
  yaml: ["compile"],
  mdast: ["compile", "anki", "pages"],
  hast: ["pages"],
  lowlight: ["pages"],
  "highlight.js": ["pages"],
  "string-width": ["pages"],
  diff: ["pages"],
  "ts-fsrs": ["schedule"],
  valibot: ["compile", "history", "anki", "store", "sandbox"],
  lowdb: ["store"],
  ink: ["tui"],
  react: ["tui"],
};

/** Built-in modules that compute and touch nothing. */
const PURE_BUILTINS: Readonly<Record<string, readonly string[]>> = {
  compile: ["node:crypto"],
  history: ["node:crypto"],
  anki: ["node:crypto", "node:sqlite", "node:zlib"],
};

/** Files on pure floors that are programs of their own: they play scenarios and jobs from disk. */
const PROGRAMS: ReadonlySet<string> = new Set(["engine/testing/conformance.ts", "engine/testing/engine.ts"]);

const IMPURE =
  /(?<![\w.])(Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|console\.|setTimeout\(|setInterval\()/;

interface Import {
  readonly from: string;
  readonly to: string;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Every import of a file, types included: static, re-exported and dynamic. */
function importsOf(file: string, text: string): readonly Import[] {
  const found = text.matchAll(
    /^(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm,
  );
  return [...found].map((match) => ({
    from: file,
    to: resolved(file, match[1] ?? match[2] ?? match[3] ?? ""),
  }));
}

function resolved(file: string, to: string): string {
  return to.startsWith(".") ? join(dirname(file), to) : to;
}

function roomOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function packageOf(to: string): string {
  const parts = to.split("/");
  return to.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? to);
}

function isInside(to: string): boolean {
  return FLOORS[roomOf(to)] !== undefined && /\.tsx?$/.test(to);
}

function isBuiltin(to: string): boolean {
  return to.startsWith("node:") || builtinModules.includes(to);
}

/** Says what is wrong with an import, or nothing. */
function complaintAbout({ from, to }: Import): string | null {
  const room = roomOf(from);
  const floor = FLOORS[room];
  if (floor === undefined) return `${from} stands in no room of the house`;
  if (isInside(to)) return complaintInside(from, to);
  if (isBuiltin(to)) {
    const allowed = floor > LAST_PURE_FLOOR || PROGRAMS.has(from) || (PURE_BUILTINS[room] ?? []).includes(to);
    return allowed ? null : `${from} is pure and imports ${to}`;
  }
  const owners = OWNERS[packageOf(to)];
  if (owners === undefined) return `${from} imports ${to}, which no room owns`;
  return owners.includes(room) ? null : `${from} imports ${to}, which belongs to ${owners.join(", ")}`;
}

function complaintInside(from: string, to: string): string | null {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === "engine" && other === "engine") return complaintInEngine(from, to);
  if (room === other) return null;
  return (FLOORS[other] ?? 99) < (FLOORS[room] ?? -1) && room !== "engine"
    ? null
    : `${from} imports ${to}: not a lower floor`;
}

function complaintInEngine(from: string, to: string): string | null {
  const [step, other] = [from, to].map((path) => ENGINE_STEPS[path.split("/")[1] ?? ""]);
  if (step === undefined || other === undefined) return `${from} imports ${to}: no room of the engine`;
  if (from.split("/")[1] === to.split("/")[1]) return null;
  return other < step ? null : `${from} imports ${to}: not an earlier room of the engine`;
}

const files = filesIn(SRC).map((path) => ({ path, text: readFileSync(join(SRC, path), "utf8") }));
const imports = files.flatMap(({ path, text }) => importsOf(path, text));

describe("the house", () => {
  test("has files, and each stands in a room", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.map(({ path }) => path).filter((path) => FLOORS[roomOf(path)] === undefined)).toEqual([]);
  });

  test("has imports that only go down", () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(complaintAbout).filter((complaint) => complaint !== null)).toEqual([]);
  });

  test("keeps clock, disk, process, console and dice out of its pure floors", () => {
    const impure = files
      .filter(({ path }) => (FLOORS[roomOf(path)] ?? 99) <= LAST_PURE_FLOOR && !PROGRAMS.has(path))
      .flatMap(({ path, text }) =>
        text.split("\n").map((line, index) => ({ at: `${path}:${index + 1}`, line })),
      )
      .filter(({ line }) => !/^\s*(\/\/|\/?\*|import\b|export .* from\b)/.test(line) && IMPURE.test(line));
    expect(impure).toEqual([]);
  });
});

describe("the test of the floors", () => {
  test.each([
    ["upward", "card/card.ts", 'import { x } from "../tui/app.tsx";'],
    ["upward, a type only", "card/card.ts", 'import type { X } from "../history/event.ts";'],
    ["to a neighbour", "store/store.ts", 'export { x } from "../tui/app.tsx";'],
    ["upward, when it is needed", "review/queue.ts", 'const x = await import("../store/store.ts");'],
    ["to the disk from a pure floor", "compile/parse-markdown.ts", 'import { readFileSync } from "node:fs";'],
    ["to a package of another room", "review/queue.ts", 'import { fsrs } from "ts-fsrs";'],
    ["to a package that nobody owns", "base/day.ts", 'import x from "left-pad";'],
    ["out of the engine", "engine/java/heap.ts", 'import { unreachable } from "../../base/never.ts";'],
    ["forward in the engine", "engine/java/heap.ts", 'import { x } from "../state/descriptors.ts";'],
  ])("finds an import %s", (_, file, text) => {
    expect(importsOf(file, text).map(complaintAbout).filter(Boolean)).toHaveLength(1);
  });
});
