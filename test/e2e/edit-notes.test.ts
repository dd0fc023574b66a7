import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { buildProgram } from "./build.ts";
import { RealTerminal } from "./real-terminal.ts";
import { runProgram, type Outcome } from "./run-program.ts";

let folder = "";
let running: RealTerminal[] = [];
beforeAll(buildProgram);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-edit-"));
  mkdirSync(join(folder, "notes"));
  writeFileSync(join(folder, "notes/a.md"), NOTES);
});
afterEach(() => {
  for (const terminal of running) terminal.kill();
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

const NOTES =
  "# Notes\n\n## What is a barrier?\n\nA mark in the stream.\n\n## What is state?\n\nWhat is remembered.\n";

/** Returns the call of an editor that changes the notes with a sed script, and keeps what it was called with. */
function anEditor(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    `#!/bin/sh\necho "$@" > ${join(folder, "called")}\nfor word; do file=$word; done\nsed -i.bak '${script}' "\${file%:[0-9]*}"\nrm "\${file%:[0-9]*}.bak"\n`,
  );
  chmodSync(file, 0o755);
  return file;
}

function calledWith(): string {
  return readFileSync(join(folder, "called"), "utf8").trimEnd();
}

function open(args: readonly string[], editor = ""): RealTerminal {
  const places = ["--data", join(folder, "data"), "--deck", join(folder, "notes"), "--lang", "en"];
  const terminal = new RealTerminal([...args, ...places], { environment: { VISUAL: "", EDITOR: editor } });
  running.push(terminal);
  return terminal;
}

function sluice(args: readonly string[], input = "", editor = ""): Promise<Outcome> {
  const places = ["--data", join(folder, "data"), "--deck", join(folder, "notes"), "--lang", "en"];
  return runProgram([...args, ...places], input, { VISUAL: "", EDITOR: editor });
}

interface Listed {
  readonly prompt: string;
  readonly state: string;
  readonly note?: string;
  readonly flag?: string;
  readonly uid: string;
}

async function listed(...args: readonly string[]): Promise<readonly Listed[]> {
  const { stdout } = await sluice(["cards", "--json", ...args]);
  return (JSON.parse(stdout) as { cards: readonly Listed[] }).cards;
}

describe("a card that is edited in review", () => {
  test("opens at its line in the learner's editor, and comes back with its new text and its history", async () => {
    await sluice(["review", "--plain"], "\n1\nq\n");
    const [before] = await listed();
    const terminal = open(
      ["review"],
      anEditor("vim", "3s/a barrier/a checkpoint barrier/;1a\\\n\\\nNew above.\n"),
    );
    await terminal.shows("│ What is state?");
    terminal.type(" 4");
    await terminal.shows("│ What is a barrier?");
    terminal.type(" ");
    await terminal.shows("A mark in the stream.");
    terminal.type("e");
    await terminal.shows("│ What is a checkpoint barrier?");
    await terminal.shows("The text of this card has changed");
    expect(calledWith()).toBe(`+3 ${join(folder, "notes/a.md")}`);
    terminal.type("3");
    await terminal.shows("show the answer");
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    const [after] = await listed();
    expect(after).toMatchObject({ uid: before?.uid, prompt: "What is a checkpoint barrier?" });
  });

  test("leaves every key to the editor while that is open", async () => {
    const editor = join(folder, "reader");
    writeFileSync(
      editor,
      `#!/bin/sh\nstty raw -echo\ndd bs=1 count=12 of=${join(folder, "called")} 2>/dev/null\nstty sane\n`,
    );
    chmodSync(editor, 0o755);
    const terminal = open(["review"], editor);
    await terminal.shows("│ What is a barrier?");
    terminal.type("e");
    await terminal.hides("│ What is a barrier?");
    for (const key of "qqqqqqqqqqqq") {
      terminal.type(key);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await terminal.shows("│ What is a barrier?");
    expect(calledWith()).toBe("qqqqqqqqqqqq");
    terminal.type(" ");
    await terminal.shows("A mark in the stream.");
  });

  test("is told kindly to have gone", async () => {
    const terminal = open(["review"], anEditor("code", "3,6d"));
    await terminal.shows("│ What is a barrier?");
    terminal.type("e");
    await terminal.shows("│ What is state?");
    await terminal.shows("no longer in the notes");
    expect(calledWith()).toBe(`--wait --goto ${join(folder, "notes/a.md")}:3`);
  });

  test("says what to do where there is no editor", async () => {
    const terminal = open(["review"]);
    await terminal.shows("│ What is a barrier?");
    terminal.type("e");
    await terminal.shows("No editor is set.");
    await terminal.shows("sluice config set editor");
    expect(terminal.text).toContain("│ What is a barrier?");
  });

  test("is edited line by line too, by the editor of the settings", async () => {
    const editor = anEditor("nano", "s/A mark/A special mark/");
    await sluice(["config", "set", "editor", editor]);
    const { stdout } = await sluice(["review", "--plain"], "\ne\n3\nq\n", "false");
    expect(stdout).toContain("A special mark in the stream.");
    expect(stdout).toMatch(/^saved /mu);
    await sluice(["config", "set", "editor", "default"]);
    expect((await sluice(["review", "--plain"], "e\nq\n")).stdout).toContain("No editor is set.");
  });
});

describe("notes that change while they are open", () => {
  test("are noticed on the first screen and in the review", async () => {
    const terminal = open([]);
    await terminal.shows("new 2");
    await new Promise((resolve) => setTimeout(resolve, 600));
    appendFileSync(join(folder, "notes/a.md"), "\n## What is a savepoint?\n\nA snapshot.\n");
    await terminal.shows("new 3");
    terminal.type("\r");
    await terminal.shows("│ What is a barrier?");
    terminal.type(" ");
    await terminal.shows("A mark in the stream.");
    writeFileSync(join(folder, "notes/a.md"), NOTES.replace("A mark", "A special mark"));
    await terminal.shows("A special mark in the stream.");
    await terminal.shows("The text of this card has changed");
    expect(terminal.text).toContain("1 / 2");
  });
});

describe("what the learner writes on a card", () => {
  test("is listed with it", async () => {
    await sluice(["review", "--plain"], "n see the book\n* outdated\n\n3\ns\nq\n");
    expect(await listed("--flagged")).toMatchObject([{ note: "see the book", flag: "outdated" }]);
    const [suspended] = await listed("--suspended");
    expect(suspended).toMatchObject({ prompt: "What is state?", state: "suspended" });
    expect((await sluice(["cards", "--flagged"])).stdout).toContain("What is a barrier?  * outdated");
    const { code, stdout } = await sluice(["cards", "--unsuspend", suspended?.uid ?? ""]);
    expect([code, stdout]).toEqual([0, "“What is state?” is asked again from now on.\n"]);
    expect(await listed("--suspended")).toEqual([]);
    expect((await sluice(["cards", "--unsuspend", suspended?.uid ?? ""])).code).toBe(1);
    await sluice(["undo"]);
    expect(await listed("--suspended")).toHaveLength(1);
  });
});

describe("sluice add", () => {
  test("puts a card behind what the notes have, and says where", async () => {
    const file = join(folder, "notes/a.md");
    const { code, stdout } = await sluice([
      "add",
      file,
      "--question",
      "What is a slot?",
      "--answer",
      "A share.",
    ]);
    expect([code, stdout]).toEqual([0, `Added at ${file}:11: “What is a slot?”\n`]);
    expect(readFileSync(file, "utf8")).toBe(`${NOTES}\n## What is a slot?\n\nA share.\n`);
    expect((await listed()).at(-1)).toMatchObject({ prompt: "What is a slot?", state: "new" });
  });

  test("takes what is piped in, into the inbox of the first deck", async () => {
    const { stdout } = await sluice(["add", "--json"], "什么是 slot？\n\nTaskManager 里的一份资源。\n");
    const [added] = (JSON.parse(stdout) as { added: { file: string; uid: string }[] }).added;
    expect(added).toMatchObject({ file: join(folder, "notes/inbox.md"), line: 1 });
    expect((await listed()).at(-1)?.uid).toBe(added?.uid);
  });

  test("opens the editor where somebody sits in front of it", async () => {
    const terminal = open(["add"], anEditor("ed", "s/^## $/## What is a slot?/;$a\\\nA share.\n"));
    await terminal.shows("Added at");
    expect(await terminal.ended).toBe(0);
    expect(readFileSync(join(folder, "notes/inbox.md"), "utf8")).toBe("## What is a slot?\n\nA share.\n");
  });

  test("refuses what is there already, what makes no card, and what isn't said", async () => {
    const card = ["--question", "What is a barrier?", "--answer", "A mark in the stream."];
    expect((await sluice(["add", ...card])).code).toBe(1);
    expect((await sluice(["add"], "")).code).toBe(1);
    expect((await sluice(["add", "--answer", "x"])).code).toBe(2);
    expect((await sluice(["add", join(folder, "a.txt"), ...card])).code).toBe(2);
    expect(readFileSync(join(folder, "notes/a.md"), "utf8")).toBe(NOTES);
  });
});
