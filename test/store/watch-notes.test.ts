import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { describe, expect, onTestFinished, test, vi } from "vitest";

import { watchNotes, type WatchManner } from "../../src/store/watch-notes.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

/** Returns how often it was told of a change; `blind` = the system tells of nothing. */
function watched(folder: string, sight: "sharp" | "blind" = "sharp") {
  const onChange = vi.fn();
  const manner: Partial<WatchManner> =
    sight === "sharp"
      ? { settle: 30, poll: 60_000 }
      : {
          poll: 60_000,
          pollBlindly: 30,
          watchFolder: () => {
            throw new Error("ENOSPC");
          },
        };
  const watch = watchNotes([folder], onChange, manner);
  onTestFinished(watch.stop);
  return { onChange, watch };
}

describe("notes that are watched", () => {
  test.each(["sharp", "blind"] as const)(
    "tell of an edit, a new file and one that has gone (%s)",
    async (sight) => {
      const folder = scratchFolder();
      writeFiles(folder, { "a.md": "# a\n", "sub/b.md": "# b\n" });
      const { onChange } = watched(folder, sight);
      appendFileSync(join(folder, "sub/b.md"), "more\n");
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
      mkdirSync(join(folder, "deeper"));
      writeFileSync(join(folder, "deeper/c.md"), "# c\n");
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
      rmSync(join(folder, "a.md"));
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(3));
    },
  );

  test("tell once of an editor that writes beside the file and puts that in its place", async () => {
    const folder = scratchFolder();
    writeFiles(folder, { "a.md": "# a\n" });
    const { onChange } = watched(folder);
    for (const text of ["# b\n", "# c\n"]) {
      writeFileSync(join(folder, "a.md.tmp"), text);
      renameSync(join(folder, "a.md.tmp"), join(folder, "a.md"));
    }
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    await pause(100);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test("tell nothing of what is no notes, nor of what somebody has looked at", async () => {
    const folder = scratchFolder();
    writeFiles(folder, { "a.md": "# a\n" });
    const { onChange, watch } = watched(folder);
    writeFileSync(join(folder, "swap.swp"), "x");
    appendFileSync(join(folder, "a.md"), "more\n");
    expect(watch.look()).toBe(true);
    expect(watch.look()).toBe(false);
    await pause(100);
    expect(onChange).not.toHaveBeenCalled();
  });

  test("tell nothing after the end, and live through the loss of their folder", async () => {
    const folder = scratchFolder();
    writeFiles(folder, { "sub/a.md": "# a\n" });
    const { onChange, watch } = watched(folder);
    rmSync(join(folder, "sub"), { recursive: true });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    watch.stop();
    writeFiles(folder, { "b.md": "# b\n" });
    await pause(100);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test.each(["", "sub", "sub/deep"])("go on where deck/%s is deleted and made anew", async (gone) => {
    const above = scratchFolder();
    const folder = join(above, "deck");
    writeFiles(folder, { "sub/deep/a.md": "# a\n" });
    const { onChange } = watched(folder);
    rmSync(join(folder, gone), { recursive: true });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    writeFiles(folder, { "sub/deep/a.md": "# new\n" });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
    await pause(100);
    appendFileSync(join(folder, "sub/deep/a.md"), "edited\n");
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(3));
  });

  test("go on where their folder is deleted and made anew at one go, or moved away and replaced", async () => {
    const above = scratchFolder();
    const folder = join(above, "deck");
    writeFiles(folder, { "a.md": "# a\n" });
    const { onChange } = watched(folder);
    for (const remove of [
      () => rmSync(folder, { recursive: true }),
      () => renameSync(folder, join(above, "former")),
    ]) {
      onChange.mockClear();
      remove();
      writeFiles(folder, { "a.md": "# another\n", "b.md": "# b\n" });
      await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
      await pause(100);
      onChange.mockClear();
      appendFileSync(join(folder, "b.md"), "edited\n");
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
      rmSync(join(folder, "b.md"));
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
    }
  });

  test("go on where a deck of one file is deleted and made anew", async () => {
    const folder = scratchFolder();
    writeFiles(folder, { "a.md": "# a\n" });
    const { onChange } = watched(join(folder, "a.md"));
    rmSync(join(folder, "a.md"));
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    writeFiles(folder, { "a.md": "# b\n" });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
  });
});
