import type { CachedFile, DeckCache } from "./deck-cache.ts";
import { hashOfSource } from "./deck-cache.ts";
import type { NotesFile } from "./deck-files.ts";
import { readNotes } from "./read-notes.ts";

/** Who is told how compiling goes on, and can stop it. */
export interface Watcher {
  /** Called now and then: how many of the files that had to be read are done. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** How long files are compiled without a pause, in milliseconds: about two frames of a screen. */
const WITHOUT_PAUSE = 30;

/**
 * Returns what files come to, in their order, and keeps it in the cache. Only files that have changed are compiled, and
 * only for them the compiler is loaded. Throws the signal's reason when it is stopped; what is done by then is kept.
 */
export async function compileNotes(
  files: readonly NotesFile[],
  cache: DeckCache,
  watcher: Watcher,
): Promise<readonly CachedFile[]> {
  const lookedAt = Date.now();
  const known = new Map<string, CachedFile>();
  for (const file of files) {
    const cached = cache.findByStamp(file);
    if (cached !== null) known.set(file.path, cached);
  }
  const inOrder = (): readonly CachedFile[] => files.flatMap(({ path }) => known.get(path) ?? []);
  const unsure = files.filter(({ path }) => !known.has(path));
  // Most starts find nothing changed: they come by without a clock and without a generator, which take a millisecond.
  if (unsure.length === 0 && cache.files.size <= files.length) return inOrder();
  try {
    for await (const cached of compileEach(unsure, cache, watcher)) known.set(cached.source.path, cached);
  } finally {
    if (unsure.length > 0 || cache.files.size > files.length) cache.keepFiles(inOrder(), lookedAt);
  }
  return inOrder();
}

async function* compileEach(
  files: readonly NotesFile[],
  cache: DeckCache,
  { onProgress, signal }: Watcher,
): AsyncGenerator<CachedFile> {
  let pauseAt = performance.now() + WITHOUT_PAUSE;
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    yield await compileNote(file, cache);
    if (performance.now() < pauseAt) continue;
    onProgress?.(index + 1, files.length);
    await new Promise((resolve) => setImmediate(resolve));
    pauseAt = performance.now() + WITHOUT_PAUSE;
  }
}

async function compileNote(source: NotesFile, cache: DeckCache): Promise<CachedFile> {
  const { path, role } = source;
  const { text, problems } = readNotes(source);
  if (text === null) return { source, hash: "", listed: { path, facts: null, notes: [], problems } };
  const hash = hashOfSource({ path, role, text });
  const cached = cache.findByHash(path, hash);
  if (cached !== null) return { ...cached, source };
  const { compileFile } = await import("../compile/compile-file.ts");
  const { texts, ...listed } = compileFile({ path, role, text });
  cache.keepTexts(hash, texts);
  return { source, hash, listed: { ...listed, problems: [...problems, ...listed.problems] } };
}
