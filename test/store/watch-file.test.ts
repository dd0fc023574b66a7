import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { describe, expect, test, vi } from "vitest";

import { watchFile } from "../../src/store/watch-file.ts";
import { scratchFolder } from "./scratch.ts";

const blind = {
  settle: 40,
  poll: 20,
  watchFolder: () => {
    throw new Error("ENOSYS");
  },
};

function aFile(): string {
  const file = join(scratchFolder(), "job.ts");
  writeFileSync(file, "one");
  return file;
}

describe("a file that is watched", () => {
  test.each([
    ["with the system's help", undefined],
    ["by looking", blind],
  ])("tells of a change, %s", async (_, manner) => {
    const file = aFile();
    const onChange = vi.fn<() => void>();
    const stop = watchFile(file, onChange, manner);
    writeFileSync(file, "two");
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), 3000);
    stop();
  });

  test("tells of a new file in its place, as editors save", async () => {
    const file = aFile();
    const onChange = vi.fn<() => void>();
    const stop = watchFile(file, onChange);
    writeFileSync(`${file}.new`, "two");
    renameSync(`${file}.new`, file);
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), 3000);
    stop();
  });

  test("tells when it is gone and when it is back", async () => {
    const file = aFile();
    const onChange = vi.fn<() => void>();
    const stop = watchFile(file, onChange);
    rmSync(file);
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), 3000);
    writeFileSync(file, "back");
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2), 3000);
    stop();
  });

  test("tells once of what happens at one go, and nothing of other files or after its end", async () => {
    const file = aFile();
    const onChange = vi.fn<() => void>();
    const stop = watchFile(file, onChange);
    for (let times = 0; times < 5; times += 1) writeFileSync(file, `text ${times}`);
    writeFileSync(`${file}.other`, "x");
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), 3000);
    stop();
    writeFileSync(file, "after");
    await wait(100);
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});
