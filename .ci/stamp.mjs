// Names what is built by what it is built from.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Returns a hash of all files of some rooms of the house, and of what the lock says. */
export async function stampOf(rooms) {
  const hash = createHash("sha256").update(await readFile(join(root, "package-lock.json")));
  for (const room of rooms) {
    const files = await readdir(join(root, "src", room), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    for (const path of paths.sort()) hash.update(path.slice(root.length)).update(await readFile(path));
  }
  return hash.digest("hex");
}
