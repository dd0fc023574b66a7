import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

import { makeFolder } from "./make-folder.ts";
import { replaceFile } from "./replace-file.ts";
import { sha256 } from "./sha256.ts";
import { unlessMissing } from "./system-error.ts";

const DEVICE = /^[0-9a-f]{8}$/;

/**
 * Returns the name of this device for a folder of data, making one up when it is first asked. Throws what the system
 * throws.
 *
 * The name is kept under a hash of the machine: data that is copied or synchronised to another machine gets another
 * name there, so that two machines never write the same journal.
 */
export function deviceIn(data: string): string {
  const folder = join(data, "devices");
  const file = join(folder, sha256(machine()).slice(0, 16));
  const known = unlessMissing(() => readFileSync(file, "utf8"))?.trim() ?? "";
  if (DEVICE.test(known)) return known;
  const made = crypto.randomUUID().slice(0, 8);
  makeFolder(folder);
  replaceFile(file, `${made}\n`);
  return made;
}

// See machine-id(5); where a machine has none, its name must do.
function machine(): string {
  try {
    return readFileSync("/etc/machine-id", "utf8").trim() || hostname();
  } catch {
    return hostname();
  }
}
