import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PackageRefusal } from "../../../src/anki/package/package-refusal.ts";
import {
  bytesIn,
  fractionsIn,
  numberIn,
  readMessage,
  textIn,
} from "../../../src/anki/package/protobuf-reader.ts";
import {
  fractionsField,
  integerField,
  message,
  messageField,
  presentInteger,
  textField,
  yesField,
} from "../../../src/anki/package/protobuf-writer.ts";

describe("a protobuf message", () => {
  test("gives back what went in", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 255 }),
        fc.maxSafeInteger().map(Math.abs),
        fc.string({ unit: "grapheme" }).map((text) => text.toWellFormed()),
        fc.array(fc.float({ noNaN: true })),
        (field, number, text, fractions) => {
          const read = readMessage(
            message([
              integerField(field, number),
              textField(field + 1, text),
              fractionsField(field + 2, fractions),
              messageField(field + 3, [textField(1, text)]),
            ]),
          );
          expect(numberIn(read, field)).toBe(number);
          expect(textIn(read, field + 1)).toBe(text);
          expect(fractionsIn(read, field + 2)).toEqual(fractions.map(Math.fround));
          expect(bytesIn(read, field + 3)).toEqual(message([textField(1, text)]));
        },
      ),
    );
  });

  test("is written as Anki writes it", () => {
    const bytes = message([
      integerField(1, 3),
      integerField(2, 0),
      yesField(11),
      presentInteger(9, 0),
      textField(3, "é"),
    ]);
    expect(Buffer.from(bytes).toString("hex")).toBe("0803580148001a02c3a9");
  });

  test("has no value for a field that isn't there", () => {
    const empty = readMessage(new Uint8Array(0));
    expect([numberIn(empty, 1), textIn(empty, 2), fractionsIn(empty, 3)]).toEqual([0, "", []]);
  });

  test("is refused if it ends within a field, or has a field of an unknown kind", () => {
    for (const hex of ["0a05ff", "08ff", "0b", "ff"]) {
      expect(() => readMessage(Buffer.from(hex, "hex"))).toThrow(PackageRefusal);
    }
  });
});
