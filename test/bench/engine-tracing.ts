import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { build, type Plugin } from "esbuild";

import type { Figure } from "./pairs.ts";

const ENTRY = fileURLToPath(new URL("engine.ts", import.meta.url));
const EVENTS = 1_000_000;
/** As Go reads it, in which esbuild is written. */
const ENGINE_FILE = /src\/engine\/.*\.ts$/;

/** The places where a run asks whether somebody traces it. */
const HOOKS = [
  [/[\w.#]*tracer(?:\(\w*\))?\?\.record\(/gu, "0 && ("],
  [/this\.#trace\(/gu, "0 && this.#trace("],
  [/this\.#tracer === undefined/gu, "true"],
] as const;

/** Takes all tracing out of the engine's code. */
const withoutTracing: Plugin = {
  name: "without-tracing",
  setup: (plugin) => {
    let hooks = 0;
    plugin.onLoad({ filter: ENGINE_FILE }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [hook, nothing] of HOOKS) {
        hooks += contents.match(hook)?.length ?? 0;
        contents = contents.replace(hook, nothing);
      }
      return { contents, loader: "ts" };
    });
    plugin.onEnd(() => {
      if (hooks < 30) throw new Error(`only ${hooks} places ask for a tracer: have they moved?`);
    });
  },
};

interface Bundle {
  readonly sumInEngine: (events: number) => unknown;
}

async function bundled(file: string, plugins: Plugin[]): Promise<Bundle> {
  await build({
    entryPoints: [ENTRY],
    outfile: file,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "esnext",
    minifySyntax: true,
    logLevel: "error",
    plugins,
  });
  return (await import(pathToFileURL(file).href)) as Bundle;
}

function timeOf({ sumInEngine }: Bundle): number {
  const start = performance.now();
  sumInEngine(EVENTS);
  return performance.now() - start;
}

/** What it costs that a run could be traced, though nobody does: beside the same engine without a trace of tracing. */
export function tracingFigure(): Figure {
  let bundles: Promise<readonly [Bundle, Bundle]> | null = null;
  return {
    name: "engine: tracing off / no tracing at all",
    atMost: 1.1,
    measure: async () => {
      bundles ??= makeBundles();
      const [engine, without] = await bundles;
      return [timeOf(engine), timeOf(without)];
    },
  };
}

async function makeBundles(): Promise<readonly [Bundle, Bundle]> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-tracing-"));
  try {
    return [
      await bundled(join(folder, "engine.mjs"), []),
      await bundled(join(folder, "without.mjs"), [withoutTracing]),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
