import { readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Puts the folder `fresh` in the place of `dist`. Whoever runs the program meanwhile misses it for no longer than two
 * renames take; where another build was quicker, ours takes the place of that one.
 */
export async function publish(fresh, dist) {
  const old = `${dist}.${process.pid}.old`;
  await rename(dist, old).catch(unless("ENOENT"));
  const refused = await rename(fresh, dist).catch(unless("ENOTEMPTY", "EEXIST"));
  await rm(old, { recursive: true, force: true });
  if (refused !== undefined) await publish(fresh, dist);
}

/** Removes what builds have left beside `dist` that were killed: their folders are named after their processes. */
export async function removeLeftovers(dist) {
  const folder = dirname(dist);
  for (const name of await readdir(folder)) {
    const [, made, pid] = /^(.+?)\.(\d+)(?:\.old)?$/u.exec(name) ?? [];
    if (made === basename(dist) && !isAlive(Number(pid)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/** Returns a handler that gives back an error with one of these codes, and throws any other. */
function unless(...codes) {
  return (error) => {
    if (!codes.includes(error.code)) throw error;
    return error;
  };
}
