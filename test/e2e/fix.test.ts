import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { buildProgram } from "./build.ts";
import { RealTerminal } from "./real-terminal.ts";
import { runProgram } from "./run-program.ts";

const EXERCISE = fileURLToPath(new URL("../../cards/exercises/c6-02-committed-too-soon", import.meta.url));

let folder = "";
let running: RealTerminal[] = [];
beforeAll(buildProgram);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-fix-"));
  mkdirSync(join(folder, "deck/exercises"), { recursive: true });
  writeFileSync(join(folder, "deck/notes.en.md"), "# Notes\n\n## What is a barrier?\n\nA mark.\n");
  cpSync(EXERCISE, join(folder, "deck/exercises/c6-02-committed-too-soon"), { recursive: true });
});
afterEach(() => {
  for (const terminal of running) terminal.kill();
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

/** An editor that puts another file in the place of the one that it is called with. */
function editorThatWrites(source: string): string {
  const file = join(folder, "editor.sh");
  writeFileSync(file, `#!/bin/sh\nfor word; do file=$word; done\ncat '${source}' > "\${file%:[0-9]*}"\n`);
  chmodSync(file, 0o755);
  return file;
}

function places(): readonly string[] {
  return ["--data", join(folder, "data"), "--deck", join(folder, "deck"), "--lang", "en"];
}

function open(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  rows = 24,
): RealTerminal {
  const terminal = new RealTerminal([...args, ...places()], { environment, rows });
  running.push(terminal);
  return terminal;
}

function journal(): readonly Record<string, unknown>[] {
  const [file = ""] = readdirSync(join(folder, "data/journal"));
  const lines = readFileSync(join(folder, "data/journal", file), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("an exercise", () => {
  test("is found, allowed, mended in the editor, looked back on, rated, and comes back in a review", async () => {
    const EDITOR = editorThatWrites(join(EXERCISE, "solution.ts"));
    const first = open([], { EDITOR });
    await first.shows("Fix a job");
    first.type("f");
    await first.shows("Paid once, booked twice");
    first.type("\r");
    await first.shows("is not the deck that sluice ships");
    first.type("y");
    await first.shows("difficulty");
    first.type("e");
    await first.shows("every promise is kept");
    first.type("\r");
    await first.shows("root cause by its letter");
    first.type("a");
    await first.shows("Why");
    // What is on record is in the language in which it was read.
    first.type("l");
    await first.shows("复盘");
    first.type("3");
    await first.shows("已记录");
    first.type("\r");
    await first.shows("1 / 1");
    first.type("q");
    await first.shows("Today");
    first.type("q");
    expect(await first.ended).toBe(0);
    expect(journal().at(-1)).toMatchObject({
      type: "card-rated",
      card: "c6-02",
      lang: "zh",
      rating: "good",
      source: "exercise",
      attempt: { end: "passed", variant: "job", hints: 0 },
    });

    await runProgram(["config", "set", "newPerDay", "0", ...places()], "");
    const review = open(["review", "--now", "2027-03-01T09:00:00+00:00"], { EDITOR });
    await review.shows("Paid once, booked twice");
    await review.shows("not today");
    review.type("\r");
    await review.shows("difficulty");
    review.type("q");
    await review.shows("not today");
    review.type("-");
    await review.hides("not today");
    review.type("q");
    expect(await review.ended).toBe(0);
  });

  test("gets the verdict on every save, by whichever program", async () => {
    const { stdout } = await runProgram(["fix", "c6-02", ...places(), "--yes"], "");
    expect(stdout).toContain("c6-02");
    const file = join(folder, "data/exercises/c6-02/job.ts");
    const terminal = open(["fix", "c6-02"]);
    await terminal.shows("difficulty");
    writeFileSync(file, readFileSync(join(EXERCISE, "job.ts"), "utf8").replace("import {", "import {{"));
    await terminal.shows("job.ts:");
    writeFileSync(file, readFileSync(join(EXERCISE, "solution.ts")));
    await terminal.shows("every promise is kept");
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
  });

  test("of another deck doesn't run before it is allowed to", async () => {
    const { code, stderr } = await runProgram(["fix", "c6-02", ...places()], "");
    expect(code).toBe(3);
    expect(stderr).toContain("--yes");
  });
});

describe("an exercise without a screen", () => {
  const fix = ["fix", "c6-02", "--yes"];

  test("is mended, looked back on and put on record line by line", async () => {
    const EDITOR = editorThatWrites(join(EXERCISE, "solution.ts"));
    const { code, stdout } = await runProgram([...fix, ...places()], "h\nh\ne\n3\na\n4\n2\n", { EDITOR });
    expect(code).toBe(0);
    for (const part of ["smallest run that shows it", "Hint 1:", "every promise is kept", "Good at most"])
      expect(stdout).toContain(part);
    const { id } = journal().at(-1) ?? {};
    expect(stdout.split("\n").filter((line) => line.startsWith("saved"))).toEqual([`saved ${String(id)}`]);
    expect(journal().at(-1)).toMatchObject({
      type: "card-rated",
      card: "c6-02",
      rating: "hard",
      attempt: { end: "passed", hints: 1, runs: 1 },
    });
  });

  test("tells by its exit code what the newest verdict is, if the input ends before it is graded", async () => {
    const EDITOR = editorThatWrites(join(EXERCISE, "solution.ts"));
    const judged = await runProgram([...fix, "--json", ...places()], "\n");
    expect(JSON.parse(judged.stdout)).toMatchObject({ v: 1, id: "c6-02", status: "fail" });
    expect(JSON.parse(judged.stdout)).not.toHaveProperty("event");
    const left = await runProgram([...fix, ...places()], "q\n");
    const mended = await runProgram([...fix, ...places()], "e\n", { EDITOR });
    expect([judged.code, left.code, mended.code]).toEqual([1, 0, 0]);
    expect(readdirSync(join(folder, "data"))).not.toContain("journal");
  });

  test("comes back in a review in lines, where it is put off, or mended at once", async () => {
    await runProgram(["config", "set", "newPerDay", "0", ...places()]);
    const revealed = await runProgram([...fix, "--json", ...places()], "l\ng\n\n\n");
    const { event, rating } = JSON.parse(revealed.stdout) as Record<string, unknown>;
    expect([revealed.code, rating]).toEqual([0, "again"]);
    expect(revealed.stderr.split("\n")).toContain(`saved ${String(event)}`);
    // What was read in the other language is on record in that.
    expect(journal().at(-1)).toMatchObject({ id: event, lang: "zh" });

    const put = await runProgram(["review", "--now", "2027-03-01T09:00:00Z", ...places()], "\nq\n-\n");
    expect(put.code).toBe(0);
    expect(put.stdout).toMatch(
      /Enter opens it here, - puts it off[\s\S]*The attempt is kept[\s\S]*Buried until tomorrow/u,
    );
    expect(journal().at(-1)).toMatchObject({ type: "card-buried", card: "c6-02" });

    const EDITOR = editorThatWrites(join(EXERCISE, "solution.ts"));
    const args = ["review", "--now", "2027-03-02T09:00:00Z", ...places()];
    const { stdout } = await runProgram(args, "\ne\n\n", { EDITOR });
    expect(stdout).toMatch(/every promise is kept[\s\S]*What was wrong this time[\s\S]*saved /u);
    expect(stdout).toContain("1 answer");
    expect(journal().at(-1)).toMatchObject({ type: "card-rated", card: "c6-02", source: "exercise" });
  });

  test("takes the review with it that it was opened in when Ctrl-C ends it", async () => {
    await runProgram(["config", "set", "newPerDay", "0", ...places()]);
    await runProgram([...fix, ...places()], "g\n\n\n");
    const review = open(["review", "--plain", "--now", "2027-03-01T09:00:00Z"], {}, 200);
    await review.shows("Enter opens it here");
    review.type("\r");
    await review.shows("h gives a hint, ? lists all\nkeys, q quits.\n>");
    review.type("\u0003");
    expect(await review.ended).toBe(130);
    const told = review.text.split("keys, q quits.\n").at(-1);
    expect(told).toMatch(/^[^>]*No answers this time\.[^>]*$/u);
    expect(told).not.toMatch(/attempt is kept|Enter opens/u);
  });
});
