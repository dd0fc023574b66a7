import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { writeFiles } from "../store/scratch.ts";
import { buildProgram } from "./build.ts";
import { RealTerminal } from "./real-terminal.ts";

/** Notes that take a second or two to compile. */
const FILES = 120;
const folder = mkdtempSync(join(tmpdir(), "sluice-long-"));
let terminal: RealTerminal | null = null;

beforeAll(async () => {
  await buildProgram();
  const body = "It **is** what `it` is.\n\n- one\n- two\n\n".repeat(10);
  const notes = (file: number): string =>
    Array.from({ length: 12 }, (_, note) => `## What is ${file}-${note}?\n\n${body}`).join("\n");
  writeFiles(
    join(folder, "notes"),
    Object.fromEntries(Array.from({ length: FILES }, (_, file) => [`${file}.md`, notes(file)])),
  );
});
afterEach(() => terminal?.kill());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(name: string, ...args: readonly string[]): RealTerminal {
  const [data, deck] = [join(folder, name), join(folder, "notes")];
  terminal = new RealTerminal([...args, "--lang", "en", "--data", data, "--deck", deck]);
  return terminal;
}

function textsIn(name: string): number {
  return readdirSync(join(folder, name), { recursive: true }).filter((path) =>
    String(path).includes("/texts/"),
  ).length;
}

describe("reading many notes", () => {
  test("shows how far it is, and then the first screen, which takes keys", async () => {
    const screen = open("whole");
    await screen.shows("reading notes");
    await screen.shows("Today");
    screen.type("?");
    await screen.shows("Keys");
    screen.type("\u0003");
    expect(await screen.ended).toBe(130);
  });

  test.each([
    ["Esc", "\u001B"],
    ["Ctrl-C", "\u0003"],
  ])("stops at %s, keeps what is read, and goes on from there", async (key, keys) => {
    const screen = open(key, "due");
    await screen.shows("reading notes");
    screen.type(keys);
    expect(await screen.ended).toBe(130);
    await screen.shows("Stopped.");
    const kept = textsIn(key);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(FILES);
    expect(await open(key, "due").ended).toBe(0);
    expect(textsIn(key)).toBe(FILES);
  });
});
