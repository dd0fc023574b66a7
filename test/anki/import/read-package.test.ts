import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { PackageContents } from "../../../src/anki/import/package-contents.ts";
import { readPackage } from "../../../src/anki/import/read-package.ts";
import { writePackage } from "../../../src/anki/package/write-package.ts";
import type { ByteSource } from "../../../src/anki/package/zip-reader.ts";
import { listZip, readMember } from "../../../src/anki/package/zip-reader.ts";
import { writeZip } from "../../../src/anki/package/zip-writer.ts";
import { instantOf } from "../../../src/base/day.ts";
import { bytesSource } from "../byte-source.ts";
import { sampleDiary, sampleExport } from "../sample-export.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const NAMES = readdirSync(FIXTURES).filter((name) => name.endsWith("pkg"));

/** What is in a package, as it was written from the database itself. */
interface Contents {
  readonly notes: readonly {
    readonly guid: string;
    readonly noteType: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly tags: readonly string[];
    readonly modified: number;
  }[];
  readonly cards: readonly {
    readonly guid: string;
    readonly ord: number;
    readonly template: string;
    readonly deck: string;
    readonly state: string;
    readonly suspended: boolean;
    readonly buried: boolean;
    readonly flag: number;
  }[];
  readonly reviews: readonly {
    readonly id: number;
    readonly guid: string;
    readonly ord: number;
    readonly milliseconds: number;
    readonly kind: string;
    readonly factor: number;
    readonly fourButtonRating: number;
  }[];
  readonly presets: readonly { readonly name: string; readonly fsrsParams: readonly number[] }[];
  readonly reviewsToImport: number;
}

function fixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, name));
}

function contentsOf(bytes: Uint8Array): PackageContents {
  const reading = readPackage(bytesSource(bytes));
  if (reading.kind === "refused") throw new Error(reading.fault);
  return reading.contents;
}

function faultOf(bytes: Uint8Array): string | null {
  const reading = readPackage(bytesSource(bytes));
  return reading.kind === "refused" ? reading.fault : null;
}

function byGuid<T extends { readonly guid: string; readonly ord?: number; readonly at?: number }>(
  rows: readonly T[],
): readonly T[] {
  const keyOf = ({ guid, ord = 0, at = 0 }: T): string => `${at} ${guid} ${ord}`;
  return rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

describe.each(NAMES)("the package %s", (name) => {
  const expected = JSON.parse(
    readFileSync(join(FIXTURES, name.replace(/\.\w+$/u, ".json")), "utf8"),
  ) as Contents;
  const contents = contentsOf(fixture(name));

  test("has the notes that Anki wrote into it", () => {
    const found = contents.notes.map(({ guid, noteType, fields, tags, modified }) => ({
      guid,
      noteType: noteType.name,
      fields: Object.fromEntries(noteType.fields.map((field, index) => [field, fields[index]])),
      tags: tags.toSorted(),
      modified,
    }));
    const wanted = expected.notes.map((note) => ({ ...note, tags: note.tags.toSorted() }));
    expect(byGuid(found)).toEqual(byGuid(wanted));
  });

  test("has the cards that Anki wrote into it, those of filtered decks at home", () => {
    const found = contents.cards.map(({ note, ord, deck, state, standing, flag }) => ({
      guid: note.guid,
      ord,
      template: note.noteType.templates[note.noteType.kind === "cloze" ? 0 : ord]?.name,
      deck,
      state,
      suspended: standing === "suspended",
      buried: standing === "buried",
      flag,
    }));
    const wanted = expected.cards.map(({ guid, ord, template, deck, state, suspended, buried, flag }) => ({
      guid,
      ord,
      template,
      deck,
      state,
      suspended,
      buried,
      flag,
    }));
    expect(byGuid(found)).toEqual(byGuid(wanted));
  });

  test("has the reviews that Anki wrote into it, with the ratings of today's buttons", () => {
    const rated = contents.reviews.flatMap(({ card, at, milliseconds, event }) =>
      event.kind === "rated"
        ? [{ guid: card.note.guid, ord: card.ord, at, milliseconds, rating: event.rating }]
        : [],
    );
    const wanted = expected.reviews
      .filter(
        ({ fourButtonRating, kind, factor }) =>
          fourButtonRating > 0 && !(kind === "filtered" && factor === 0),
      )
      .map(({ guid, ord, id, milliseconds, fourButtonRating }) => ({
        guid,
        ord,
        at: id,
        milliseconds,
        rating: fourButtonRating,
      }));
    expect(byGuid(rated)).toEqual(byGuid(wanted));
    expect(rated).toHaveLength(expected.reviewsToImport);
  });

  test("knows what else happened to cards", () => {
    const kinds = (kind: string): number =>
      contents.reviews.filter(({ event }) => event.kind === kind).length;
    const count = (test: (review: Contents["reviews"][number]) => boolean): number =>
      expected.reviews.filter(test).length;
    expect(kinds("practised")).toBe(count(({ kind, factor }) => kind === "filtered" && factor === 0));
    expect(kinds("reset")).toBe(
      count(
        ({ kind, factor, fourButtonRating }) => kind === "manual" && fourButtonRating === 0 && factor === 0,
      ),
    );
    expect(kinds("rescheduled") + kinds("reset")).toBe(
      count(({ kind, fourButtonRating }) => kind !== "filtered" && fourButtonRating === 0),
    );
  });

  test("has the weights of its presets", () => {
    const found = contents.presets.map(({ name, weights }) => ({ name, fsrsParams: weights }));
    const wanted = expected.presets.map(({ name, fsrsParams }) => ({ name, fsrsParams }));
    expect(found.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    );
  });
});

describe("a package of ours", () => {
  test.each(["legacy", "latest"] as const)("in the %s layout is read as it was written", (format) => {
    const at = instantOf(Date.parse("2026-11-20T12:00:00Z"));
    const { collection } = sampleExport({ events: sampleDiary(at).events, at });
    const contents = contentsOf(writePackage(collection, format));
    expect(contents.notes.map(({ guid, fields }) => [guid, ...fields].join("\n")).toSorted()).toEqual(
      collection.notes.map(({ guid, fields }) => [guid, ...fields].join("\n")).toSorted(),
    );
    expect(contents.reviews.map(({ at: time }) => time)).toEqual(collection.reviews.map(({ id }) => id));
    expect(contents.presets.map(({ weights }) => weights.length)).toEqual([0, 21]);
  });
});

describe("a package that isn't read", () => {
  const good = fixture("anki26.09-legacy2.apkg");
  const entry = (name: string, bytes: Uint8Array) => ({ name, bytes, packing: "deflated" }) as const;

  test("is no archive, or one without a collection", () => {
    expect(faultOf(Buffer.from("hello"))).toBe("no-package");
    expect(faultOf(writeZip([entry("readme.txt", Buffer.from("hello"))]))).toBe("no-package");
  });

  test("is of a layout of the future", () => {
    expect(
      faultOf(writeZip([entry("meta", Buffer.from("0804", "hex")), entry("collection.anki21c", good)])),
    ).toBe("too-new");
  });

  test("holds only the note that says so", () => {
    const { collection } = sampleExport({ events: [], at: instantOf(0) });
    const [note] = collection.notes;
    const text = "Please update to the latest Anki version, then import again.";
    const stub = {
      ...collection,
      notes: note === undefined ? [] : [{ ...note, fields: [text, ...note.fields.slice(1)] }],
      cards: [],
    };
    expect(faultOf(writePackage(stub, "legacy"))).toBe("stub-only");
  });

  test("has no database in it", () => {
    expect(faultOf(writeZip([entry("collection.anki2", Buffer.from("no database"))]))).toBe("damaged");
    expect(faultOf(writeZip([entry("collection.anki21b", Buffer.from("no frame"))]))).toBe("damaged");
  });

  test("is a bomb: it would grow beyond measure", () => {
    const bomb = zstdCompressSync(Buffer.alloc(80 * 1024 * 1024));
    expect(faultOf(writeZip([{ name: "collection.anki21b", bytes: bomb, packing: "stored" }]))).toBe(
      "too-large",
    );
    expect(faultOf(writeZip([entry("collection.anki2", Buffer.alloc(80 * 1024 * 1024))]))).toBe("too-large");
  });

  test("was cut off or changed: it is refused, or read as something else, but nothing else happens", () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.constantFrom(1, 0.5, 0.999), (at, value, part) => {
        const changed = Buffer.from(good);
        changed[at] = value;
        const reading = readPackage(bytesSource(changed.subarray(0, Math.floor(changed.length * part))));
        expect(["read", "refused"]).toContain(reading.kind);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["anki26.09-legacy2.apkg", "anki26.09-latest.apkg"])(
    "has a changed database in it: so is %s",
    (name) => {
      const source = bytesSource(fixture(name));
      const found = findCollectionBytes(source);
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(found.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
          (changes) => {
            const changed = Buffer.from(found);
            for (const [at, value] of changes) changed[at] = value;
            const file = writeZip([{ name: "collection.anki21", bytes: changed, packing: "stored" }]);
            expect(["read", "refused"]).toContain(readPackage(bytesSource(file)).kind);
          },
        ),
        { numRuns: 400 },
      );
    },
  );
});

/** Returns the database of a package, unpacked. */
function findCollectionBytes(source: ByteSource): Uint8Array {
  const members = listZip(source);
  const latest = members.find(({ name }) => name === "collection.anki21b");
  if (latest !== undefined) return zstdDecompressSync(readMember(source, latest, 1e8));
  const member = members.find(({ name }) => name === "collection.anki21");
  if (member === undefined) throw new Error("no collection");
  return readMember(source, member, 1e8);
}
