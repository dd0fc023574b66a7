import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, describe, expect, test, vi } from "vitest";

import type { Context } from "../../src/cli/context.ts";
import { EditorBeside } from "../../src/cli/editor-beside.ts";
import { scratchFolder } from "../store/scratch.ts";
import { aContext } from "./a-context.ts";

const AT = { file: "/data/it's/job.ts", line: 7 };

/** A terminal inside tmux, in whose place a script notes how it was called. */
class Tmux {
  readonly #folder = scratchFolder();
  readonly #calls = join(this.#folder, "calls");
  readonly #pane = join(this.#folder, "pane");
  readonly beside: EditorBeside;

  constructor(environment: Context["terminal"]["environment"] = { TMUX: "/socket,1,0", EDITOR: "vi" }) {
    const tmux = join(this.#folder, "tmux");
    writeFileSync(
      tmux,
      `#!/bin/sh
printf '%s ' "$@" >> '${this.#calls}'; echo >> '${this.#calls}'
case $1 in
split-window) touch '${this.#pane}'; echo %12 ;;
*) test -e '${this.#pane}' ;;
esac
`,
    );
    chmodSync(tmux, 0o755);
    vi.stubEnv("PATH", `${this.#folder}:${process.env["PATH"] ?? ""}`);
    const { context } = aContext();
    this.beside = new EditorBeside({ ...context, terminal: { ...context.terminal, environment } });
  }

  get calls(): readonly string[] {
    return existsSync(this.#calls) ? readFileSync(this.#calls, "utf8").split(" \n").slice(0, -1) : [];
  }

  closesPane(): void {
    rmSync(this.#pane);
  }
}

afterEach(() => void vi.unstubAllEnvs());

const SPLIT = String.raw`split-window -h -P -F #{pane_id} vi '+7' '/data/it'\''s/job.ts'`;
const SELECT = "select-window -t %12 ; select-pane -t %12";

describe.runIf(process.platform !== "win32")("an editor beside the terminal", () => {
  test("is opened in a pane of tmux, once: then that pane is turned to", async () => {
    const tmux = new Tmux();
    expect(await tmux.beside.open(AT)).toBe("opened");
    expect(await tmux.beside.open(AT)).toBe("opened");
    expect(tmux.calls).toEqual([SPLIT, SELECT]);
  });

  test("is opened once by two keys that come at the same time", async () => {
    const tmux = new Tmux();
    await Promise.all([tmux.beside.open(AT), tmux.beside.open(AT)]);
    expect(tmux.calls).toEqual([SPLIT, SELECT]);
  });

  test("is opened again once it was closed", async () => {
    const tmux = new Tmux();
    await tmux.beside.open(AT);
    tmux.closesPane();
    expect(await tmux.beside.open(AT)).toBe("opened");
    expect(tmux.calls).toEqual([SPLIT, SELECT, SPLIT]);
  });

  test("is nowhere in a terminal alone", async () => {
    const tmux = new Tmux({ EDITOR: "vi" });
    expect(await tmux.beside.open(AT)).toBe("nowhere");
    expect(tmux.calls).toEqual([]);
  });

  test("is missing in tmux where nobody has said which, and doesn't block the next key", async () => {
    const tmux = new Tmux({ TMUX: "/socket,1,0" });
    for (let key = 0; key < 2; key += 1)
      await expect(tmux.beside.open(AT)).rejects.toMatchObject({ facts: { code: "editor-missing" } });
  });
});
