import { createHash } from "node:crypto";
import { zstdCompressSync } from "node:zlib";

import { instantOf } from "../../base/day.ts";
import type { Collection, MediaFile } from "./collection.ts";
import { latestDatabase } from "./latest-database.ts";
import { legacyDatabase } from "./legacy-database.ts";
import { bytesField, integerField, message, messageField, textField } from "./protobuf-writer.ts";
import { DEFAULT_DECK } from "./settings.ts";
import type { ZipEntry } from "./zip-writer.ts";
import { writeZip } from "./zip-writer.ts";

/** The layouts that a package can have: `legacy` is read by every Anki and by other programs, `latest` by Anki 2.1.50 and later. */
export type PackageFormat = "legacy" | "latest";

/** Returns the package of a collection, an .apkg file. The same collection gives the same bytes. */
export function writePackage(collection: Collection, format: PackageFormat): Uint8Array {
  return format === "legacy" ? legacyPackage(collection) : latestPackage(collection);
}

function legacyPackage(collection: Collection): Uint8Array {
  const names = Object.fromEntries(collection.media.map(({ name }, index) => [index, name]));
  return writeZip([
    { name: "collection.anki2", bytes: legacyDatabase(collection), packing: "deflated" },
    // Not every program reads a package without a list of media, empty or not.
    { name: "media", bytes: Buffer.from(JSON.stringify(names)), packing: "deflated" },
    ...collection.media.map(
      ({ bytes }, index) => ({ name: String(index), bytes, packing: "stored" }) as const,
    ),
  ]);
}

function latestPackage(collection: Collection): Uint8Array {
  return writeZip([
    { name: "meta", bytes: message([integerField(1, LATEST_VERSION)]), packing: "stored" },
    compressed("collection.anki21b", latestDatabase(collection)),
    { name: "collection.anki2", bytes: legacyDatabase(stubOf(collection)), packing: "deflated" },
    compressed("media", mediaList(collection.media)),
    ...collection.media.map(({ bytes }, index) => compressed(String(index), bytes)),
  ]);
}

function compressed(name: string, bytes: Uint8Array): ZipEntry {
  return { name, bytes: zstdCompressSync(bytes), packing: "stored" };
}

/** `PackageMetadata.Version` (proto/anki/import_export.proto). */
const LATEST_VERSION = 3;

/** `MediaEntries`: name, size and SHA-1 of each file. */
function mediaList(media: readonly MediaFile[]): Uint8Array {
  return message(
    media.map(({ name, bytes }) => {
      const hash = createHash("sha1").update(bytes).digest();
      return messageField(1, [textField(1, name), integerField(2, bytes.length), bytesField(3, hash)]);
    }),
  );
}

/** What a program finds that doesn't know the latest layout: one note that says so. */
function stubOf({ preset, modified }: Collection): Collection {
  const id = 1735689600000;
  const basic = {
    id,
    name: "Basic",
    kind: "normal",
    fields: [{ id, name: "Front" }],
    templates: [{ id, name: "Card 1", question: "{{Front}}", answer: "{{Front}}" }],
    css: "",
    modified: 0,
  } as const;
  return {
    created: instantOf(id),
    minutesWest: 0,
    modified,
    noteTypes: [basic],
    decks: [],
    preset,
    notes: [{ id, guid: "sluice-stub", noteType: id, modified: 0, tags: [], fields: [STUB_TEXT] }],
    cards: [{ ...NEW_CARD, id, note: id, deck: DEFAULT_DECK, ord: 0, modified: 0, flag: 0 }],
    reviews: [],
    media: [],
  };
}

const STUB_TEXT = "This package needs Anki 2.1.50 or later. 此牌组包需要 Anki 2.1.50 或更新的版本。";

const NEW_CARD = {
  type: 0,
  queue: 0,
  due: 1,
  interval: 0,
  factor: 0,
  reps: 0,
  lapses: 0,
  left: 0,
  data: "{}",
} as const;
