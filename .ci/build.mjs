// Builds dist/: `sluice.js`, which checks the Node it runs on, and `app.js`, the whole program as one ESM bundle.
// What makes the first frame come early is here: see the plugin and the two shims.
import { chmod, copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

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
    // Everybody measures text with our own width; only our width itself asks the library.
    builder.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.endsWith("text-width.ts") ? undefined : { path: join(root, ".ci/string-width.mjs") },
    );
    builder.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: "none", namespace: "none" }));
    builder.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "export default {}" }));
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
  logLevel: "warning",
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const version = JSON.parse(await readFile(join(root, "package.json"), "utf8")).version;

await build({
  ...shared,
  entryPoints: { app: "src/main.ts" },
  outdir: dist,
  minify: true,
  keepNames: false,
  plugins: [quickStart],
  inject: [".ci/lazy-segmenter.mjs"],
  define: {
    "process.env.NODE_ENV": '"production"',
    "process.env.DEV": '"false"',
    "Intl.Segmenter": "LazySegmenter",
    SLUICE_VERSION: JSON.stringify(version),
  },
  banner: {
    js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);',
  },
});

await copyFile(join(root, ".ci/sluice.mjs"), join(dist, "sluice.js"));
await chmod(join(dist, "sluice.js"), 0o755);
