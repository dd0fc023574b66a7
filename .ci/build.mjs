// Builds dist/: `sluice.js`, which checks the Node it runs on, and the program as ESM: a core with all that a plain
// command needs, and what is loaded when it is needed. What makes the first frame come early is here: see the plugins
// and the two shims.
import { rmSync } from "node:fs";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { declare } from "./declare.mjs";
import { oneCore } from "./one-core.mjs";
import { publish, removeLeftovers } from "./publish.mjs";
import { refuseEarlyModules } from "./refuse-early-modules.mjs";
import { stampOf } from "./stamp.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
// Whoever runs the program meanwhile finds the old one or the new one, whole.
const fresh = join(root, `dist.${process.pid}`);
// A build that fails leaves nothing behind.
process.on("exit", () => rmSync(fresh, { recursive: true, force: true }));

/** yoga's loader fetches its wasm from a data URL, which loads undici, http2 and tls; here it is given the bytes. */
async function yogaFromBytes({ path }) {
  const binary = await readFile(join(dirname(path), "../binaries/yoga-wasm-base64-esm.js"), "utf8");
  const base64 = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/.exec(binary)?.[1];
  if (base64 === undefined) throw new Error("yoga-layout has changed: its wasm is not where it was");
  const loader = await readFile(path, "utf8");
  const call = "await loadYoga()";
  if (!loader.includes(call)) throw new Error("yoga-layout has changed: its loader is called in another way");
  return loader.replace(
    call,
    `await loadYoga({ instantiateWasm(imports, done) {
       const module = new WebAssembly.Module(Buffer.from("${base64}", "base64"));
       const instance = new WebAssembly.Instance(module, imports);
       done(instance);
       return instance.exports;
     } })`,
  );
}

/** string-width's regular expressions ask ICU for sets of characters when they are made: 17 ms that simple text can do without. */
async function stringWidthWhenNeeded({ path }) {
  const [, imports, body] =
    /^((?:import .*\n)+)([\s\S]*)$/.exec((await readFile(path, "utf8")).trimStart()) ?? [];
  const head = "export default function stringWidth(";
  if (!body?.includes(head)) throw new Error("string-width has changed: its function is not where it was");
  return `${imports}
    let measure;
    export default function stringWidth(input, options) {
      measure ??= whenNeeded();
      return measure(input, options);
    }
    function whenNeeded() {
      ${body.replace(head, "function stringWidth(")}
      return stringWidth;
    }`;
}

/**
 * A built-in module is loaded when something of it is first used, and not because a file that imports it is: crypto
 * alone costs 9 ms. A function is stood in for by one that asks for it; a class, or a function that carries more than
 * itself, is asked for where it is imported.
 */
function builtInWhenNeeded(path) {
  // Required as a whole by old modules: asking for each thing that it has would make the three streams.
  if (path === "process") return "module.exports = process;";
  const module = process.getBuiltinModule(path);
  const get = `process.getBuiltinModule("${path}")`;
  const names = Object.keys(module).filter((name) => /^[a-z]\w*$/iu.test(name) && name !== "default");
  const exported = names.map((name) =>
    isPlainFunction(name, module[name])
      ? `export function ${name}(...values) { return ${get}.${name}(...values); }`
      : `export const ${name} = /* @__PURE__ */ (() => ${get}.${name})();`,
  );
  return [...exported, `export default /* @__PURE__ */ (() => ${get})();`].join("\n");
}

function isPlainFunction(name, value) {
  return (
    typeof value === "function" &&
    /^[a-z]/u.test(name) &&
    Reflect.ownKeys(value).every((key) => PLAIN.has(key))
  );
}

/** What every function has. */
const PLAIN = new Set(["length", "name", "prototype", "arguments", "caller"]);

const quickStart = {
  name: "quick-start",
  setup(builder) {
    builder.onLoad({ filter: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/ }, async (file) => ({
      contents: await yogaFromBytes(file),
      loader: "js",
    }));
    builder.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/base64,[A-Za-z0-9+/=]+/, "base64,"),
      loader: "js",
    }));
    builder.onLoad({ filter: /string-width[\\/]index\.js$/ }, async (file) => ({
      contents: await stringWidthWhenNeeded(file),
      loader: "js",
    }));
    // Everybody measures text with our own width; only our width itself asks the library.
    builder.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.endsWith("text-width.ts") ? undefined : { path: join(root, ".ci/string-width.mjs") },
    );
    builder.onResolve({ filter: /./ }, ({ path, kind }) =>
      kind !== "dynamic-import" && isBuiltin(path) ? { path, namespace: "built-in" } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: "built-in" }, ({ path }) => ({
      contents: builtInWhenNeeded(path),
    }));
    builder.onResolve({ filter: /^\.\/devtools\.js$/ }, () => ({ path: "none", namespace: "none" }));
    builder.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: `import "core"` }));
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  supported: { "regexp-set-notation": true },
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
};

await removeLeftovers(dist);
await mkdir(fresh, { recursive: true });
const version = JSON.parse(await readFile(join(root, "package.json"), "utf8")).version;

const { metafile } = await build({
  ...shared,
  entryPoints: { app: "core" },
  outdir: fresh,
  minify: true,
  splitting: true,
  metafile: true,
  plugins: [oneCore, quickStart],
  inject: [".ci/lazy-segmenter.mjs"],
  define: {
    "process.env.NODE_ENV": '"production"',
    "process.env.DEV": '"false"',
    "Intl.Segmenter": "LazySegmenter",
    SLUICE_VERSION: JSON.stringify(version),
    // What another program has computed is not taken over.
    SLUICE_STAMP: JSON.stringify((await stampOf([""])).slice(0, 16)),
  },
});

// What learners' jobs import as "sluice/flink", and authors' checks as "sluice/exercise".
await build({
  ...shared,
  entryPoints: { flink: "src/engine/index.ts", exercise: "src/exercise/index.ts" },
  outdir: fresh,
});

// What runs exercises: a program in a child, and what it evaluates in contexts of their own.
const declarations = declare(dist, fresh);
const runner = { ...shared, outdir: fresh, minifyWhitespace: true, minifySyntax: true };
await Promise.all([
  build({ ...runner, entryPoints: { "exercise-child": "src/sandbox/child/main.ts" } }),
  build({
    ...runner,
    platform: "neutral",
    entryPoints: {
      "exercise-stage": "src/sandbox/child/stage.ts",
      "exercise-jury": "src/sandbox/child/jury.ts",
    },
  }),
]);

await declarations;

// `app.js` does nothing but import the core.
const [, app] = Object.entries(metafile.outputs).find(([path]) => basename(path) === "app.js");
if (app.imports.length !== 1)
  throw new Error("a part of the program doesn't share the core: it is in pieces");
const core = basename(app.imports[0].path);
await refuseEarlyModules(fresh, metafile.outputs);
const start = await readFile(join(root, ".ci/sluice.mjs"), "utf8");
await writeFile(join(fresh, "sluice.js"), start.replace("app.js", core));
await rm(join(fresh, "app.js"));
await chmod(join(fresh, "sluice.js"), 0o755);
await publish(fresh, dist);
