import {
  cpSync,
  existsSync,
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

import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";

import type { SweptSeed } from "../../src/engine/runtime/sweep/swept-seed.ts";
import { buildProgram } from "../e2e/build.ts";
import { RealTerminal } from "../e2e/real-terminal.ts";
import { runProgram } from "../e2e/run-program.ts";

const SHIPPED = fileURLToPath(new URL("../../cards/exercises/c6-02-committed-too-soon/", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "sluice-fix-"));
const deck = join(folder, "deck");
const data = join(folder, "data");

beforeAll(async () => {
  mkdirSync(join(deck, "exercises"), { recursive: true });
  cpSync(SHIPPED, join(deck, "exercises/c6-02-committed-too-soon"), { recursive: true });
  await buildProgram();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fix(...args: readonly string[]) {
  return await runProgram(["fix", "--data", data, "--lang", "en", ...args]);
}

describe("sluice fix", () => {
  test("lists the exercises", async () => {
    const { code, stdout } = await fix("--list", "--json");
    const { v, exercises } = JSON.parse(stdout);
    expect([code, v]).toEqual([0, 1]);
    expect(exercises).toContainEqual(
      expect.objectContaining({ id: "c6-02", chapter: "6", difficulty: 4, state: "new", due: null }),
    );
  });

  test("judges a file and records nothing", async () => {
    const { code, stdout } = await fix("c6-02", "--run", join(SHIPPED, "job.ts"), "--json");
    const verdict = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(verdict).toMatchObject({ v: 1, id: "c6-02", status: "fail", failing: ["exactly-once"] });
    expect(verdict.traceHash).toMatch(/^[0-9a-f]{64}$/u);
    expect(verdict.checks[0]).toMatchObject({
      id: "exactly-once",
      status: "fail",
      counterexample: { input: [{}] },
    });
    expect(JSON.parse((await runProgram(["due", "--data", data, "--json"])).stdout)).toMatchObject({
      review: 0,
    });
  });

  test("tells seed by seed at which steps a crash breaks the promise", async () => {
    const { sweep } = JSON.parse((await fix("c6-02", "--run", join(SHIPPED, "job.ts"), "--json")).stdout);
    expect(sweep.map(({ seed }: SweptSeed) => seed)).toEqual([0, 1, 2, 3, 4]);
    for (const { steps, violatedAt } of sweep as readonly SweptSeed[])
      expect(violatedAt.every((step) => step >= 1 && step <= steps)).toBe(true);
    expect(sweep.flatMap(({ violatedAt }: SweptSeed) => violatedAt)).not.toEqual([]);
    const told = (await fix("c6-02", "--run", join(SHIPPED, "job.ts"), "--plain")).stdout;
    expect(told).toMatch(
      /^crash sweep: \d of 5 seeds held, \d+ runs\n(?:seed \d: (?:held|violated at .+)\n){5}/mu,
    );
    const kept = await fix("c6-02", "--run", join(SHIPPED, "solution.ts"), "--json");
    expect(JSON.parse(kept.stdout)).toMatchObject({ status: "pass", sweep: null });
  });

  test("shows on the screen what comes of a crash at each step", async () => {
    const screen = new RealTerminal(["fix", "c6-02", "--data", join(folder, "swept"), "--lang", "en"]);
    onTestFinished(() => screen.kill());
    await screen.shows("difficulty");
    screen.type("\t");
    await screen.shows("smallest run that shows it");
    screen.type("p");
    await screen.shows("p another picture");
    screen.type("p");
    await screen.shows("crash sweep");
    await screen.shows("smallest counterexample");
    screen.type("q");
    expect(await screen.ended).toBe(0);
  });

  test.each([
    ["on the screen", [], "difficulty"],
    ["in lines", ["--plain"], "Enter judges"],
  ])("leaves Ctrl-C in the editor to that, %s: it judges what was saved", async (name, options, ready) => {
    const sign = (what: string): string => join(folder, `${name}.${what}`);
    const [begun, told, ended] = [sign("begun"), sign("told"), sign("ended")];
    const EDITOR = join(folder, "editor.sh");
    const script = [
      "#!/bin/sh",
      `trap 'echo > "${told}"' INT`,
      `echo > "${begun}"`,
      `until [ -e "${ended}" ]; do sleep 0.1; done`,
      "for word; do file=$word; done",
      `cat '${join(SHIPPED, "solution.ts")}' > "\${file%:[0-9]*}"`,
    ];
    writeFileSync(EDITOR, script.join("\n"), { mode: 0o755 });
    const where = ["--data", join(folder, name), "--lang", "en"];
    const terminal = new RealTerminal(["fix", "c6-02", ...options, ...where], {
      rows: 60,
      environment: { EDITOR },
    });
    onTestFinished(() => terminal.kill());
    await terminal.shows(ready);
    terminal.type(options.length === 0 ? "e" : "e\r");
    await vi.waitFor(() => expect(existsSync(begun)).toBe(true), 5000);
    terminal.type("\u0003");
    await vi.waitFor(() => expect(existsSync(told)).toBe(true), 5000);
    writeFileSync(ended, "");
    await terminal.shows("every promise is kept");
    expect(terminal.text).not.toContain("SIGINT");
    terminal.type(options.length === 0 ? "q" : "q\r");
    expect(await terminal.ended).toBe(0);
  });

  test("ends at once with Ctrl-C while a verdict is waited for, and says nothing more", async () => {
    const where = ["--data", join(folder, "interrupted"), "--lang", "en"];
    const terminal = new RealTerminal(["fix", "c6-02", "--plain", ...where], { rows: 80 });
    onTestFinished(() => terminal.kill());
    await terminal.shows("Enter judges");
    terminal.type("run\r");
    await terminal.shows("> run");
    const begun = performance.now();
    terminal.type("\u0003");
    expect(await terminal.ended).toBe(130);
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(terminal.text).toMatch(/> run\n\^C$/u);
  });

  test("comes to the same in another zone and another language", async () => {
    const file = join(SHIPPED, "job.ts");
    const outcomes = [];
    for (const environment of [
      { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" },
      { TZ: "America/St_Johns", LANG: "C" },
    ]) {
      const { stdout } = await runProgram(
        ["fix", "c6-02", "--run", file, "--json", "--data", data],
        "",
        environment,
      );
      const { stats, ...verdict } = JSON.parse(stdout);
      outcomes.push({ ...verdict, runs: stats.runs, steps: stats.steps });
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
  });

  test("says by its exit code what came of the job", async () => {
    const programs = { "compile.ts": "const =", "crash.ts": "throw 1;", "timeout.ts": "while (true) {}" };
    const codes: Record<string, number | null> = {};
    for (const [name, text] of Object.entries(programs)) {
      const file = join(folder, name);
      const locked =
        /\/\* @locked[\s\S]*@end \*\//u.exec(readFileSync(join(SHIPPED, "job.ts"), "utf8"))?.[0] ?? "";
      // What is locked stays, and ends in the middle of a function.
      writeFileSync(file, `import { type DataStream } from "sluice/flink";\n${locked}\n}\n${text}\n`);
      const { code, stdout } = await fix("c6-02", "--run", file, "--json");
      codes[JSON.parse(stdout).status] = code;
    }
    expect(codes).toEqual({ compile: 1, crash: 1, timeout: 4 });
    expect((await fix("c6-02", "--run", join(SHIPPED, "solution.ts"))).code).toBe(0);
  });

  test("tells people what the author says of a wrong fix that was foreseen", async () => {
    const mutant = join(SHIPPED, "mutants", readdirSync(join(SHIPPED, "mutants"))[0] ?? "");
    const { stdout } = await fix("c6-02", "--run", mutant);
    const say = /^\/\/ say\.en: (.*)$/mu.exec(readFileSync(mutant, "utf8"))?.[1];
    expect(stdout).toContain(say);
  });

  test("knows which exercises there are", async () => {
    expect(await fix("c6-20", "--run", join(SHIPPED, "job.ts"))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("c6-20"),
    });
    expect(await fix("c6-02", "--run", join(folder, "gone.ts"))).toMatchObject({ code: 3 });
  });

  test("asks before it runs the programs of another deck, and takes anything but a yes for a no", async () => {
    const args = ["fix", "c6-02", "--run", join(SHIPPED, "solution.ts"), "--deck", deck, "--lang", "en"];
    const asked = new RealTerminal([...args, "--data", join(folder, "asked")]);
    await asked.shows("Run them? [y/N]");
    asked.type("\r");
    expect(await asked.ended).toBe(3);
    const allowed = new RealTerminal([...args, "--data", join(folder, "asked")]);
    await allowed.shows("Run them? [y/N]");
    expect(allowed.text).toContain("is not the deck that sluice ships");
    allowed.type("y\r");
    expect(await allowed.ended).toBe(0);
  });

  test("runs the programs of another deck once they were allowed, and only as they were then", async () => {
    const run = ["c6-02", "--run", join(SHIPPED, "solution.ts"), "--deck", deck];
    expect(await fix(...run)).toMatchObject({ code: 3, stderr: expect.stringContaining("--yes") });
    expect((await fix(...run, "--yes")).code).toBe(0);
    expect((await fix(...run)).code).toBe(0);
    const scene = join(deck, "exercises/c6-02-committed-too-soon/scene.ts");
    writeFileSync(scene, `${readFileSync(scene, "utf8")}\n// changed\n`);
    expect((await fix(...run)).code).toBe(3);
  });
});
