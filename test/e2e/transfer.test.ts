import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { buildProgram } from "./build.ts";
import { RealTerminal } from "./real-terminal.ts";
import { runProgram } from "./run-program.ts";

const CTRL_C = "\u0003";
/** In what is shown while notes are read, and while they are written. */
const PROGRESS = "ing notes ";
const FILES = 20;
const NOTES_IN_A_FILE = 100;

let folder = "";
beforeAll(buildProgram);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-e2e-"));
  mkdirSync(join(folder, "notes"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Enough notes that somebody gets impatient. */
function manyNotes(): void {
  for (let file = 0; file < FILES; file += 1) {
    const notes = Array.from(
      { length: NOTES_IN_A_FILE },
      (_, note) => `## What is ${file}-${note}?\n\nIt is **one** of many.\n\n- first\n- second\n`,
    );
    writeFileSync(join(folder, `notes/${file}.md`), `# Notes\n\n${notes.join("\n")}`);
  }
}

function exportWords(): readonly string[] {
  const places = ["--data", join(folder, "data"), "--deck", join(folder, "notes")];
  return ["export", "anki", "-o", join(folder, "a.apkg"), "--lang", "en", ...places];
}

describe("a long export in a terminal", () => {
  test("shows how far it is, leaves nothing behind when it is interrupted, and can be had again", async () => {
    manyNotes();
    const first = new RealTerminal(exportWords());
    await first.shows(PROGRESS);
    expect(first.text).toMatch(/[━─]{24} (?:reading|writing) notes \d+ \/ \d+/u);
    first.type(CTRL_C);
    await first.ended;
    expect(readdirSync(folder).toSorted()).toEqual(["data", "notes"]);
    const again = new RealTerminal(exportWords());
    await again.shows(PROGRESS);
    expect(await again.ended).toBe(0);
    // The bar is gone once there is something to tell.
    await again.shows("2000 notes, 2000 cards");
    expect(again.text).not.toContain(PROGRESS);
  });
});

describe("an export into a pipe", () => {
  test("tells in plain words, without colours and without a bar", async () => {
    writeFileSync(join(folder, "notes/a.md"), "## What is state?\n\nWhat is remembered.\n");
    const { code, stdout, stderr } = await runProgram(exportWords());
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("1 note, 1 card");
    expect(stdout).not.toContain("\u001b");
  });

  test("opens the file where it is asked to, and says so where no program does", async () => {
    writeFileSync(join(folder, "notes/a.md"), "## What is state?\n\nWhat is remembered.\n");
    for (const opener of ["xdg-open", "open"])
      writeFileSync(join(folder, opener), `#!/bin/sh\nprintf %s "$1" > "${folder}/opened"\n`, {
        mode: 0o755,
      });
    const environment = { PATH: `${folder}:${process.env["PATH"] ?? ""}` };
    await runProgram([...exportWords(), "--open"], "", environment);
    await expect
      .poll(() => readFileSync(join(folder, "opened"), "utf8"), { timeout: 5000 })
      .toBe(join(folder, "a.apkg"));
    const none = await runProgram([...exportWords(), "--open"], "", { PATH: join(folder, "nothing") });
    expect([none.code, none.stderr]).toEqual([0, expect.stringContaining("No program opened")]);
  });
});
