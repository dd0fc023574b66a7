import { symlinkSync } from "node:fs";
import { join } from "node:path";

import { afterEach, describe, expect, test } from "vitest";

import { Failure } from "../../src/base/failure.ts";
import { run, type Host } from "../../src/cli/run.ts";
import { adaptTo, USUAL_TRAITS } from "../../src/pages/terminal-traits.ts";
import { placesBelow } from "../../src/store/places.ts";
import { openStore } from "../../src/store/store.ts";
import { card, draft, rated } from "../history/builders.ts";
import { scratchFolder, writeFiles } from "../store/scratch.ts";

afterEach(() => adaptTo(USUAL_TRAITS));

interface Said {
  readonly code: number;
  readonly out: readonly string[];
  readonly talk: readonly string[];
}

/** Notes, and what the program says of them. */
function scene(files: Readonly<Record<string, string>>, config?: string) {
  const folder = scratchFolder();
  writeFiles(join(folder, "deck"), files);
  if (config !== undefined) writeFiles(join(folder, "data"), { "config.json": config });
  const places = ["--deck", join(folder, "deck"), "--data", join(folder, "data"), "--lang", "en"];
  const say = async (words: readonly string[], terminal: Partial<Host["terminal"]> = {}): Promise<Said> => {
    const out: string[] = [];
    const talk: string[] = [];
    const host: Host = {
      terminal: {
        stdin: () => process.stdin,
        print: (line) => void out.push(line),
        prompt: (text) => void out.push(text),
        talk: (line) => void talk.push(line),
        progress: () => undefined,
        inputIsTerminal: () => false,
        outputIsTerminal: () => false,
        columns: () => 80,
        environment: { LANG: "en_US.UTF-8" },
        ...terminal,
      },
      home: folder,
      version: "0",
      called: "sluice",
      shippedDeck: join(folder, "deck"),
      program: folder,
    };
    return { code: await run([...words, ...places], host), out, talk };
  };
  return { folder, say };
}

describe("check, for people", () => {
  test("lists questions without an answer file by file, each where it stands", async () => {
    const { folder, say } = scene({
      "a.md": "# A\n\n## What is missing?\n\n## What is here?\n\nThis.\n",
      "b.md": "## 什么没有答案？\n",
    });
    const { code, out } = await say(["check"]);
    const deck = join(folder, "deck");
    expect(code).toBe(0);
    expect(out).toEqual([
      `${deck}/a.md:3:4  What is missing?`,
      "",
      `${deck}/b.md:1:4  什么没有答案？`,
      "",
      "2 questions without an answer",
      expect.stringContaining("2 files"),
    ]);
  });
});

describe("check, where no card is found", () => {
  test("says that the README of a deck makes none", async () => {
    const { folder, say } = scene({ "README.md": "# A\n\n## What is here?\n\nThis.\n" });
    const { out } = await say(["check"]);
    expect(out.at(-1)).toBe(
      "No cards. The README.md of a deck makes none: if the questions stand in it, name the file itself, sluice check DIR/README.md.",
    );
    const { out: named } = await say(["check", join(folder, "deck/README.md")]);
    expect(named).toEqual([expect.stringContaining("1 file, 1 card:")]);
  });
});

describe("check, of what can't be read", () => {
  test("says of a link that leads nowhere that it does, and lists the rest", async () => {
    const { folder, say } = scene({ "a.md": "## Why?\n\nBecause.\n" });
    symlinkSync("nowhere.md", join(folder, "deck", "b.md"));
    const { code, out } = await say(["check"]);
    expect(code).toBe(1);
    expect(out.slice(0, 3)).toEqual([
      `${join(folder, "deck")}/b.md:1:1 error file-unreadable`,
      "  expected: a file that can be read",
      "  fix: mend or remove the link: it leads nowhere",
    ]);
    expect(out.at(-1)).toContain("1 card");
  });
});

describe("a list of cards", () => {
  const long = `What does ${"a very long name ".repeat(20)}mean?`;

  test("cuts a question that is longer than the window", async () => {
    const { say } = scene({ "a.md": `## ${long}\n\nThis.\n` });
    const { out } = await say(["cards"], { outputIsTerminal: () => true, columns: () => 60 });
    expect(out[0]).toHaveLength(60);
    expect(out[0]).toMatch(/…$/u);
  });

  test("tells of each card of a note what that one asks", async () => {
    const { say } = scene({ "a.md": "Barrier ::: 屏障\n\nIt takes ==10== of ==60== minutes.\n" });
    const [line = ""] = (await say(["cards", "--json"])).out;
    expect(JSON.parse(line)).toMatchObject({
      cards: [
        { prompt: "Barrier" },
        { prompt: "屏障" },
        { prompt: "It takes [...] of 60 minutes." },
        { prompt: "It takes 10 of [...] minutes." },
      ],
    });
    const told = (await say(["cards"])).out.map((each) => each.replace(/^\S+\s+new\s+/u, ""));
    expect(told).toContain("It takes 10 of [...] minutes.");
  });
});

describe("what would steer the terminal", () => {
  /** Clears the screen; turns a text around; clears the screen on terminals that know C1. */
  const STEERS = "\u001b[2J\u202e\u009b2J";
  const steering = (lines: readonly string[]): readonly string[] =>
    ["\u001b", "\u202e", "\u009b"].filter((sign) => lines.join("\n").includes(sign));
  const DOUBLE = "<!-- card: one -->\n## Why?\n\nBecause.\n";

  test("is left out of what is told on stderr, of the stack of a bug too", async () => {
    const { say } = scene({ "a.md": DOUBLE }, JSON.stringify({ [STEERS]: 1 }));
    const strayed = await say(["due"]);
    const unknown = await say([`--${STEERS}x`]);
    const bug = await say(["due"], {
      print: () => {
        throw new Error(STEERS);
      },
    });
    expect([strayed.code, unknown.code, bug.code]).toEqual([0, 2, 70]);
    for (const { talk } of [strayed, unknown, bug]) expect(steering(talk)).toEqual([]);
  });

  test("is left out of what check prints for people", async () => {
    const { say } = scene({ [`a${STEERS}.md`]: DOUBLE, "b.md": DOUBLE });
    const { code, out } = await say(["check"]);
    expect(code).toBe(1);
    expect(out.join("\n")).toContain("[2J2J.md:2");
    expect(steering(out)).toEqual([]);
  });

  test("is left out of what doctor prints of a journal", async () => {
    const { folder, say } = scene({ "a.md": "## Why?\n\nBecause.\n" });
    const text = { question: "Gone?", answer: "Old.", file: `${STEERS}.md`, line: 2 };
    const store = openStore(placesBelow(join(folder, "data")));
    store.append([draft({ type: "card-seen", card: card("one"), ...text }), rated("one", "good")]);
    store.close();
    const { out } = await say(["doctor"]);
    expect(out).toContain("  one  [2J2J.md:2");
    expect(steering(out)).toEqual([]);
  });

  test("is escaped in a JSON value, which stays the same", async () => {
    const { folder, say } = scene({ [`a${STEERS}.md`]: DOUBLE });
    const [line = "", ...others] = (await say(["cards", "--json"])).out;
    expect(others).toEqual([]);
    expect(line).toMatch(/^[\t -~]+$/u);
    expect(line).toContain(String.raw`a\u001b[2J\u202e\u009b2J.md`);
    expect(JSON.parse(line)).toMatchObject({ cards: [{ file: join(folder, `deck/a${STEERS}.md`) }] });
  });
});

describe("the doctor", () => {
  const BARRIER = { question: "What is a barrier in Flink?", answer: "A marker that flows in the stream." };

  /** Notes whose card was answered when it asked something a little different. */
  async function reworded(deck: string): Promise<Said> {
    const { folder, say } = scene({ "a.md": deck });
    const store = openStore(placesBelow(join(folder, "data")));
    const seen = { type: "card-seen", card: card("old"), ...BARRIER, file: "a.md", line: 1 } as const;
    store.append([draft(seen), rated("old", "good")]);
    store.close();
    return await say(["doctor"]);
  }

  test("doesn't say that all is well, and ends with 1, where somebody has to decide", async () => {
    const questions = ["What is the barrier in Flink?", "What is one barrier in Flink?"];
    const { code, out } = await reworded(
      questions.map((question) => `## ${question}\n\n${BARRIER.answer}\n\n`).join(""),
    );
    expect(out.join("\n")).toContain("You decide");
    expect(out).not.toContain("All is well.");
    expect(code).toBe(1);
  });

  test("says that all is well of a card that is gone: nobody has to do anything", async () => {
    const { code, out } = await reworded("## Why not?\n\nBecause I say so.\n");
    expect(out.join("\n")).toContain("no longer in the notes");
    expect(out).toContain("All is well.");
    expect(code).toBe(0);
  });
});

describe("the settings", () => {
  test("are listed with what they are about", async () => {
    const { say } = scene({});
    const { out } = await say(["config", "list"]);
    expect(out.find((line) => line.startsWith("newPerDay"))).toBe(
      "newPerDay         20 (default)        the most new cards on a day",
    );
  });

  test("stand one below the other where the window is narrow", async () => {
    const { say } = scene({});
    const { out } = await say(["config", "list"], { columns: () => 60 });
    expect(Math.max(...out.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(out).toContain("                  the most new cards on a day");
  });

  test("refuse a number below zero by their own range", async () => {
    const { say } = scene({});
    const { code, talk } = await say(["config", "set", "newPerDay", "-3"]);
    expect([code, talk]).toEqual([2, [expect.stringMatching(/-3.*newPerDay.*0-9999/u)]]);
  });

  test("that don't exist are told with their file, and are no obstacle", async () => {
    const { folder, say } = scene({ "a.md": "## Why?\n\nBecause.\n" }, '{"colour":"red"}');
    const { code, talk } = await say(["due"]);
    expect(code).toBe(0);
    expect(talk).toEqual([expect.stringContaining(join(folder, "data", "config.json"))]);
    expect(talk[0]).toContain("colour");
  });
});

describe("a command line", () => {
  test.each(["x", "1.5", "-1", "99999999999"])(
    "is refused for a seed that is no whole number: %s",
    async (seed) => {
      const { say } = scene({});
      const { code, talk } = await say(["due", `--seed=${seed}`]);
      expect(code).toBe(2);
      expect(talk[0]).toContain("--seed");
    },
  );

  test("ends with one line and code 3 where nothing can be printed", async () => {
    const { say } = scene({ "a.md": "## Why?\n\nBecause.\n" });
    const { code, talk } = await say(["due"], {
      print: () => {
        throw new Failure({ code: "output-write", data: { reason: "ENOSPC: no space left on device" } });
      },
    });
    expect(code).toBe(3);
    expect(talk).toEqual([expect.stringContaining("ENOSPC")]);
  });

  test("draws with ASCII where the locale knows nothing else", async () => {
    const { say } = scene({ "a.md": "## Why?\n\nBecause.\n" });
    const { out } = await say([], { environment: { LANG: "C" } });
    expect(out.join("\n")).toMatch(/^[\n -~]+$/u);
    expect((await say([])).out.join("\n")).toContain("─");
  });
});
