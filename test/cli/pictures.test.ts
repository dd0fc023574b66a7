import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { PictureSender, showsPictures } from "../../src/cli/pictures.ts";
import { pictureRows } from "../../src/pages/markdown/picture-rows.ts";
import { rowWidth } from "../../src/pages/row.ts";
import { scratchFolder } from "../store/scratch.ts";

/** The beginning of a PNG of some size, with `more` bytes behind it. */
function aPng(width: number, height: number, more = 100): Buffer {
  const bytes = Buffer.alloc(24 + more, 7);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe("a terminal", () => {
  test.each([
    [{ TERM: "xterm-kitty" }, true],
    [{ TERM: "xterm-256color", KITTY_WINDOW_ID: "1" }, true],
    [{ TERM_PROGRAM: "ghostty" }, true],
    [{ TERM: "xterm-kitty", TMUX: "/tmp/x" }, false],
    [{ TERM: "xterm-kitty", NO_COLOR: "1" }, false],
    [{ TERM: "xterm-256color" }, false],
    [{}, false],
  ])("of %j shows pictures: %s", (environment, shows) => {
    expect(showsPictures(environment)).toBe(shows);
  });
});

describe("the pictures of notes", () => {
  test("are sent once, in pieces, and scaled to their room", () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "a plan.png"), aPng(1000, 400, 9000));
    const sent: string[] = [];
    const pictures = new PictureSender((text) => sent.push(text)).beside(join(folder, "notes.md"));
    expect(pictures("a%20plan.png", 50)).toEqual({ id: 1, columns: 50, rows: 10 });
    expect(pictures("a%20plan.png", 50)).toEqual({ id: 1, columns: 50, rows: 10 });
    expect(sent.length).toBe(3);
    expect(sent[0]?.startsWith("\u001B_Ga=T,U=1,f=100,q=2,i=1,c=50,r=10,m=1;")).toBe(true);
    expect(sent.at(-1)?.startsWith("\u001B_Gm=0;")).toBe(true);
    const data = sent.map((text) => text.slice(text.indexOf(";") + 1, -2)).join("");
    expect(Buffer.from(data, "base64")).toEqual(aPng(1000, 400, 9000));
  });

  test("are left alone if they are elsewhere, no PNG, or not there", () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "a.png"), "no picture at all, only text");
    const sent: string[] = [];
    const pictures = new PictureSender((text) => sent.push(text)).beside(join(folder, "notes.md"));
    for (const url of ["https://a.b/c.png", "a.png", "gone.png", ".", "%zz"])
      expect(pictures(url, 50)).toBeNull();
    expect(sent).toEqual([]);
  });

  test("take the cells that they were given", () => {
    const rows = pictureRows({ id: 7, columns: 12, rows: 3 });
    expect(rows.map(rowWidth)).toEqual([12, 12, 12]);
    expect(rows.every(([piece]) => piece?.picture === 7)).toBe(true);
    expect(new Set(rows.map(([piece]) => piece?.text)).size).toBe(3);
  });
});
