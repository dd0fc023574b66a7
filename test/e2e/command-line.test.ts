import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { buildProgram } from "./build.ts";
import { PROGRAM } from "./real-terminal.ts";
import { runProgram, type Outcome } from "./run-program.ts";

const NOW = "2026-12-01T09:00:00+08:00";

let folder = "";
beforeAll(buildProgram);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-e2e-"));
  mkdirSync(join(folder, "notes"));
  writeFileSync(
    join(folder, "notes/a.md"),
    "# Notes\n\n## What is a barrier?\n\nA mark in the stream.\n\n## What is state?\n\nWhat is remembered.\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function sluice(args: readonly string[], input = ""): Promise<Outcome> {
  return runProgram(
    ["--data", join(folder, "data"), "--deck", join(folder, "notes"), "--now", NOW, ...args],
    input,
  );
}

async function json(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await sluice([...args, "--json"]);
  return JSON.parse(stdout) as Record<string, unknown>;
}

function journal(): readonly Record<string, unknown>[] {
  const place = join(folder, "data/journal");
  return readdirSync(place)
    .flatMap((file) => readFileSync(join(place, file), "utf8").trimEnd().split("\n"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("the plain review", () => {
  test("acknowledges each answer by a line of its own, and has it on disk", async () => {
    const { code, stdout } = await sluice(["review", "--plain"], "\n3\n\n1\nq\n");
    const saved = stdout.split("\n").filter((line) => line.startsWith("saved "));
    const rated = journal().filter(({ type }) => type === "card-rated");
    expect(code).toBe(0);
    expect(saved).toEqual(rated.map(({ id }) => `saved ${String(id)}`));
    expect(rated.map(({ rating, at, tz, day }) => [rating, at, tz, day])).toEqual([
      ["good", 1_796_086_800_000, 480, "2026-12-01"],
      ["again", 1_796_086_800_000, 480, "2026-12-01"],
    ]);
  });

  test("precedes the first event of a card by the text that it was seen with", async () => {
    await sluice(["review", "--plain"], "\n3\n");
    expect(journal().map(({ type }) => type)).toEqual(["parameters-set", "card-seen", "card-rated"]);
    expect(journal()[1]).toMatchObject({
      question: "What is a barrier?",
      answer: "A mark in the stream.",
      line: 3,
    });
  });

  test("saves nothing for a grade before the answer is shown", async () => {
    const { stdout } = await sluice(["review", "--plain"], "3\nq\n");
    expect(stdout).not.toContain("saved");
  });

  test("takes the end of input for the end", async () => {
    expect((await sluice(["review", "--plain"], "")).code).toBe(0);
  });

  test("asks a definition the other way round on another day", async () => {
    writeFileSync(join(folder, "notes/a.md"), "barrier ::: 屏障\n");
    await sluice(["review", "--plain"], "\n4\nq\n");
    const { stdout } = await sluice(["review", "--plain", "--now", "2026-12-02T09:00:00+08:00"], "\n4\n");
    expect(stdout).toMatch(/\n屏障\n>[\s\S]+\n-- .+\nbarrier\n/u);
    const { stdout: undone } = await sluice(["undo"]);
    expect(undone).toContain("屏障");
  });

  test("leaves stdout to one JSON value when asked for it", async () => {
    const { stdout, stderr } = await sluice(["review", "--plain", "--json"], "\n3\nq\n");
    expect(JSON.parse(stdout)).toMatchObject({ v: 1, answers: [{ rating: "good" }] });
    expect(stderr).toMatch(/^saved /mu);
  });
});

describe("what follows from the journal", () => {
  test("is the same without the snapshot", async () => {
    await sluice(["review", "--plain"], "\n3\n\n1\nq\n");
    const before = await json("due");
    rmSync(join(folder, "data/state.json"));
    expect(await json("due")).toEqual(before);
  });

  test("is undone and redone in new processes", async () => {
    await sluice(["review", "--plain"], "\n4\nq\n");
    const once = await json("due");
    await sluice(["review", "--plain"], "\n4\nq\n");
    const twice = await json("due");
    expect((await sluice(["undo"])).code).toBe(0);
    expect(await json("due")).toEqual(once);
    expect((await sluice(["redo"])).code).toBe(0);
    expect(await json("due")).toEqual(twice);
    expect((await sluice(["redo"])).code).toBe(1);
  });

  test("is looked after by the doctor", async () => {
    await sluice(["review", "--plain"], "\n4\nq\n");
    writeFileSync(join(folder, "notes/a.md"), "# Other\n\n## What is new?\n\nThis.\n");
    const { orphans } = (await json("doctor")) as { orphans: unknown[] };
    expect(orphans).toHaveLength(1);
  });
});

describe("the notes", () => {
  test("stay as they are, byte by byte", async () => {
    const before = readFileSync(join(folder, "notes/a.md"));
    await sluice(["review", "--plain"], "\n3\n\n1\nq\n");
    for (const command of ["check", "cards", "due", "undo", "doctor"]) await sluice([command]);
    expect(readFileSync(join(folder, "notes/a.md"))).toEqual(before);
  });

  test("are checked: three mistakes, each with its place, in both languages", async () => {
    writeFileSync(
      join(folder, "notes/b.md"),
      "---\nlevel: grand\n---\n\n<!-- card: x levle=junior -->\n## Why so?\n\nBecause.\n\n<!-- card: x -->\n## Why not?\n\nNo.\n",
    );
    const { code, stdout } = await sluice(["check", join(folder, "notes/b.md"), "--json"]);
    const { problems } = JSON.parse(stdout) as {
      problems: { line: number; column: number; severity: string }[];
    };
    expect(code).toBe(1);
    expect(
      problems.filter(({ severity }) => severity === "error").map(({ line, column }) => [line, column]),
    ).toEqual([
      [2, 8],
      [5, 14],
      [11, 4],
    ]);
    const chinese = await sluice(["check", join(folder, "notes/b.md"), "--lang", "zh"]);
    expect(chinese.stdout).toContain("要求");
  });
});

describe("the command line", () => {
  test.each([
    [["frobnicate"], 2, "There is no command “frobnicate”."],
    [["du"], 2, "Did you mean npx sluice due?"],
    [["due", "--jsn"], 2, "Did you mean --json?"],
    [["due", "--now", "soon"], 2, "--now"],
    [["due", "extra"], 2, "extra"],
    [["config", "set", "colour", "red"], 2, "newPerDay"],
    [["config", "set", "retention", "2"], 2, "retention"],
  ])("says what is wrong with %j", async (args, code, words) => {
    const outcome = await runProgram([...args, "--data", join(folder, "data")]);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(words);
    expect(outcome.stdout).toBe("");
  });

  test.each(["review", "due", "cards", "check", "undo", "redo", "config", "doctor", "path"])(
    "helps with %s in both languages",
    async (command) => {
      const english = await runProgram([command, "--help"]);
      const chinese = await runProgram([command, "--help", "--lang", "zh"]);
      expect([english.code, chinese.code]).toEqual([0, 0]);
      expect(english.stdout).toContain("Usage:");
      expect(chinese.stdout).toContain("用法：");
    },
  );

  test("tells today's summary where there is no terminal", async () => {
    const { code, stdout } = await sluice([]);
    expect(code).toBe(0);
    expect(stdout).toContain("Today");
  });

  test("says that a second one is open", async () => {
    mkdirSync(join(folder, "data"), { recursive: true });
    writeFileSync(join(folder, "file"), "");
    const { code, stderr } = await runProgram(
      ["review", "--plain", "--data", join(folder, "file/data")],
      "q\n",
    );
    expect(code).toBe(3);
    expect(stderr).toContain("can't be used");
  });

  test("keeps settings", async () => {
    expect((await sluice(["config", "set", "newPerDay", "1"])).code).toBe(0);
    expect(await json("due")).toMatchObject({ new: 1 });
    expect((await sluice(["config", "get", "newPerDay"])).stdout).toBe("1\n");
  });
});

describe("an interruption", () => {
  test("ends the plain review with 130, and everything answered is there", async () => {
    const places = ["--data", join(folder, "data"), "--deck", join(folder, "notes")];
    const child = spawn(process.execPath, [PROGRAM, "review", "--plain", "--now", NOW, ...places]);
    let said = "";
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (!said.includes("saved ") && text.includes("saved ")) child.kill("SIGINT");
      said += text;
    });
    child.stdin.write("\n3\n");
    expect(await ended).toBe(130);
    expect(journal().filter(({ type }) => type === "card-rated")).toHaveLength(1);
  });
});
