import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PackageRefusal } from "../../../src/anki/package/package-refusal.ts";
import type { ZipMember } from "../../../src/anki/package/zip-reader.ts";
import { listZip, readMember } from "../../../src/anki/package/zip-reader.ts";
import { writeZip } from "../../../src/anki/package/zip-writer.ts";
import { bytesSource } from "../byte-source.ts";

const entries = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, unit: "binary" }).map((name) => name.toWellFormed()),
    bytes: fc.uint8Array({ maxLength: 300 }),
    packing: fc.constantFrom("stored" as const, "deflated" as const),
  }),
  { selector: ({ name }) => name, maxLength: 8 },
);

const TEXT = Buffer.from("what is in the archive ".repeat(40));

function archive(): Buffer {
  return Buffer.from(writeZip([{ name: "a.txt", bytes: TEXT, packing: "deflated" }]));
}

function only(bytes: Uint8Array): ZipMember {
  const [member] = listZip(bytesSource(bytes));
  if (member === undefined) throw new Error("an empty archive");
  return member;
}

function faultOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof PackageRefusal) return error.fault;
    throw error;
  }
}

describe("a ZIP archive", () => {
  test("gives back what went in", () => {
    fc.assert(
      fc.property(entries, (files) => {
        const source = bytesSource(writeZip(files));
        const members = listZip(source);
        expect(members.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
        for (const [index, member] of members.entries()) {
          expect([...readMember(source, member, 1000)]).toEqual([...(files[index]?.bytes ?? [])]);
        }
      }),
    );
  });

  test("is the same bytes for the same files", () => {
    expect(archive()).toEqual(archive());
  });

  test("is found in front of a comment", () => {
    const bytes = archive();
    bytes.writeUInt16LE(5, bytes.length - 2);
    expect(only(Buffer.concat([bytes, Buffer.from("hello")])).name).toBe("a.txt");
  });
});

describe("reading a ZIP archive of a stranger's", () => {
  test("refuses what is none", () => {
    expect(faultOf(() => listZip(bytesSource(Buffer.from("not a package"))))).toBe("no-package");
    expect(faultOf(() => listZip(bytesSource(new Uint8Array(0))))).toBe("no-package");
  });

  test("refuses bytes that have changed", () => {
    const bytes = archive();
    const at = bytes.indexOf("a.txt") + 12;
    bytes.writeUInt8((bytes[at] ?? 0) ^ 0xff, at);
    expect(faultOf(() => readMember(bytesSource(bytes), only(bytes), 10_000))).toBe("damaged");
  });

  test("refuses a file that says it is larger than allowed", () => {
    const bytes = archive();
    expect(faultOf(() => readMember(bytesSource(bytes), only(bytes), TEXT.length - 1))).toBe("too-large");
  });

  test("unpacks no more than a file says it is", () => {
    const bytes = archive();
    const member = { ...only(bytes), size: 10 };
    expect(faultOf(() => readMember(bytesSource(bytes), member, 10_000))).toBe("damaged");
  });

  test("refuses a file that points out of the archive", () => {
    const bytes = archive();
    for (const change of [{ offset: 1e9 }, { packedSize: 1e9 }]) {
      expect(faultOf(() => readMember(bytesSource(bytes), { ...only(bytes), ...change }, 1e10))).toBe(
        "damaged",
      );
    }
  });

  test("refuses a file that is encrypted", () => {
    const bytes = archive();
    bytes.writeUInt16LE(1, bytes.lastIndexOf(Buffer.from("504b0102", "hex")) + 8);
    expect(faultOf(() => only(bytes))).toBe("no-package");
  });

  test("refuses whatever has been cut off or changed, in no other way", () => {
    const bytes = archive();
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255), (length, at, value) => {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        const source = bytesSource(changed.subarray(0, length));
        const fault = faultOf(() => listZip(source).map((member) => readMember(source, member, 10_000)));
        expect([null, "no-package", "damaged", "too-large"]).toContain(fault);
      }),
    );
  });
});
