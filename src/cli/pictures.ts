import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

import { MOST_ROWS, type PictureCells, type Pictures } from "../pages/markdown/picture-rows.ts";
import type { Terminal } from "./terminal.ts";

/** Larger files are no pictures for a card, in bytes. */
const LARGEST = 4 * 1024 * 1024;
/** Pixels of a cell, roughly: what a picture is scaled by. */
const CELL = { width: 10, height: 20 } as const;
/** Characters that the protocol takes at once. */
const CHUNK = 4096;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Tells whether a terminal says that it shows pictures as kitty does, in cells of text; within tmux none arrives. */
export function showsPictures(environment: Terminal["environment"]): boolean {
  const { TERM = "", TERM_PROGRAM = "", KITTY_WINDOW_ID, TMUX, NO_COLOR } = environment;
  if (TMUX !== undefined || (NO_COLOR ?? "") !== "") return false;
  return (
    TERM === "xterm-kitty" ||
    TERM === "xterm-ghostty" ||
    TERM_PROGRAM === "ghostty" ||
    KITTY_WINDOW_ID !== undefined
  );
}

/** Shows the pictures beside files of notes: each is sent to the terminal once, when its cells are first asked for. */
export class PictureSender {
  readonly #send: (text: string) => void;
  readonly #sent = new Map<string, PictureCells | null>();

  /** `send` writes to the terminal. */
  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  /** Returns the pictures of a file of notes. Only PNG files on this machine are shown. */
  beside(file: string): Pictures {
    return (url, room) => {
      if (/^[a-z][a-z\d+.-]*:/iu.test(url)) return null;
      const path = resolve(dirname(file), decoded(url));
      const key = `${room} ${path}`;
      const known = this.#sent.get(key);
      if (known !== undefined) return known;
      const cells = this.#sendFile(path, room);
      this.#sent.set(key, cells);
      return cells;
    };
  }

  #sendFile(path: string, room: number): PictureCells | null {
    const bytes = readPng(path);
    if (bytes === null) return null;
    const cells = {
      id: this.#sent.size + 1,
      ...cellsOf(bytes.readUInt32BE(16), bytes.readUInt32BE(20), room),
    };
    for (const command of commandsFor(bytes, cells)) this.#send(command);
    return cells;
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Returns a PNG file; `null` if it is none, or can't be read. */
function readPng(path: string): Buffer | null {
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > LARGEST) return null;
    const bytes = readFileSync(path);
    return bytes.length > 24 && bytes.subarray(0, PNG.length).equals(PNG) ? bytes : null;
  } catch {
    return null;
  }
}

/** Returns the cells of a picture, scaled down to what there is room for. */
function cellsOf(width: number, height: number, room: number): Pick<PictureCells, "columns" | "rows"> {
  const [wide, high] = [Math.max(1, width) / CELL.width, Math.max(1, height) / CELL.height];
  const scale = Math.min(1, room / wide, MOST_ROWS / high);
  return { columns: Math.max(1, Math.round(wide * scale)), rows: Math.max(1, Math.round(high * scale)) };
}

/** Returns the commands that send a picture, to be placed on placeholders and without an answer. */
function commandsFor(bytes: Buffer, { id, columns, rows }: PictureCells): readonly string[] {
  const data = bytes.toString("base64").match(new RegExp(`.{1,${CHUNK}}`, "gu")) ?? [];
  return data.map((chunk, index) => {
    const head = index === 0 ? `a=T,U=1,f=100,q=2,i=${id},c=${columns},r=${rows},` : "";
    return `\u001B_G${head}m=${index === data.length - 1 ? 0 : 1};${chunk}\u001B\\`;
  });
}
