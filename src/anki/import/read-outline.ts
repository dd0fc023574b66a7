import type { FoundCollection } from "./find-collection.ts";
import { readLatestOutline } from "./latest-outline.ts";
import { readLegacyOutline } from "./legacy-outline.ts";
import type { Outline } from "./outline.ts";

/** Reads the outline of a package: schema 18 has tables for it, schema 11 JSON. Throws a PackageRefusal. */
export function readOutline(found: FoundCollection): Outline {
  return found.database.has("notetypes") ? readLatestOutline(found.database) : readLegacyOutline(found);
}
