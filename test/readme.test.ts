import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const MAP = readFileSync(join(ROOT, "src/README.md"), "utf8");

/** The rooms whose files the map lists; the engine has a map of its own. */
const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/u.test(path) && !path.startsWith("engine/"))
  .toSorted();

/** The map's lines: the room, and the file in it. */
function filesOnTheMap(): readonly string[] {
  let room = "";
  return MAP.split("\n").flatMap((line) => {
    const heading = /^### (\S*)/u.exec(line)?.[1];
    if (heading !== undefined) room = heading === "main.ts" ? "" : heading;
    const file = /^- `([^`]+\.tsx?)` – \S/u.exec(line)?.[1];
    return file === undefined ? [] : [room + file];
  });
}

describe("the map of the house", () => {
  test("has a line for each file, and none for files that aren't there", () => {
    expect(filesOnTheMap().toSorted()).toEqual(files);
  });

  test.each(["README.md", "README.zh.md", "src/README.md", "cards/README.md"])(
    "leads nowhere that isn't there: %s",
    (path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map((match) => match[1] ?? "");
      expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
    },
  );
});
