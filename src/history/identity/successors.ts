/** Returns the files of a deck in which a file that the ledger names goes on. */
export type Successors = (past: string) => ReadonlySet<string>;

/**
 * Returns where files go on. A file goes on in those that have notes of it now: so it is known when it was renamed or
 * split up. One that has no notes left to tell goes on under its own path, or where the end of its path is (the same
 * file is named otherwise from another folder). `moves` are the files of notes that are in both, before and now.
 */
export function successorsBy(
  moves: Iterable<readonly [past: string, present: string]>,
  presentFiles: ReadonlySet<string>,
): Successors {
  const successors = new Map<string, Set<string>>();
  for (const [past, present] of moves) {
    const files = successors.get(past);
    if (files === undefined) successors.set(past, new Set([present]));
    else files.add(present);
  }
  return (past) => {
    const isThere = presentFiles.has(past);
    const files = successors.get(past) ?? new Set(isThere ? [] : likeliest(past, presentFiles));
    if (isThere) files.add(past);
    successors.set(past, files);
    return files;
  };
}

/** Returns the one file whose path ends most like that of `past`; none if several do. */
function likeliest(past: string, presentFiles: ReadonlySet<string>): readonly string[] {
  let best: string[] = [];
  let most = 1;
  for (const file of presentFiles) {
    const common = commonEnd(past.split("/"), file.split("/"));
    if (common > most) [best, most] = [[], common];
    if (common === most) best.push(file);
  }
  return best.length === 1 ? best : [];
}

function commonEnd(one: readonly string[], other: readonly string[]): number {
  let common = 0;
  while (common < one.length && one.at(-1 - common) === other.at(-1 - common)) common += 1;
  return common;
}
