// A plugin for esbuild: the program is a core, the commands, and parts that are loaded when they are needed.
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What every run has in common. `process` is there anyway. */
const CORE = ["./src/main.ts", "node:process"];

/** All commands but the one that is in the core. */
const COMMANDS = "./src/cli/commands.ts";

/**
 * A file more is half a millisecond more. What several parts of the program share, esbuild splits by who shares it:
 * here everybody shares the whole core, and all commands, which are then one file each.
 */
export const oneCore = {
  name: "one-core",
  setup(builder) {
    const parts = partsOfProgram();
    builder.onLoad({ filter: /\.tsx?$/ }, async ({ path }) =>
      (await parts).has(path)
        ? {
            contents: `import "${path === join(root, COMMANDS) ? "core" : "commands"}";\n${await readFile(path, "utf8")}`,
            loader: path.endsWith("x") ? "tsx" : "ts",
          }
        : undefined,
    );
    builder.onResolve({ filter: /^(?:core|commands)$/ }, ({ path }) => ({ path, namespace: "shared" }));
    builder.onLoad({ filter: /.*/, namespace: "shared" }, ({ path }) => ({
      contents: (path === "core" ? CORE : [...CORE, COMMANDS]).map((file) => `import "${file}";`).join("\n"),
      resolveDir: root,
    }));
  },
};

/** The files that others load when they need them. A part may import another part as well. */
async function partsOfProgram() {
  const files = await readdir(join(root, "src"), { recursive: true, withFileTypes: true });
  const sources = files.filter((file) => file.isFile() && /\.tsx?$/.test(file.name));
  const parts = sources.map(async ({ parentPath, name }) => {
    const text = await readFile(join(parentPath, name), "utf8");
    return [...text.matchAll(/\bimport\("(\.[^"]+)"\)/g)].map(([, path]) => join(parentPath, path));
  });
  return new Set((await Promise.all(parts)).flat());
}
