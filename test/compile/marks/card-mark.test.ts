import { describe, expect, test } from "vitest";

import { readMarks } from "../../../src/compile/marks/card-mark.ts";
import { NO_TRAITS } from "../../../src/compile/marks/traits.ts";

function read(html: string) {
  return readMarks(html, (index) => ({ file: "a.md", line: 1, column: index + 1 }));
}

describe("readMarks", () => {
  test("reads an id and every trait", () => {
    const [reading] = read(
      "<!-- card: c6-steps level=senior since=1.15 until=1.20 tags=a,b kind=order chapter=6 -->",
    );
    expect(reading?.mark.id).toBe("c6-steps");
    expect(reading?.mark.traits).toEqual({
      kind: "order",
      level: "senior",
      chapter: "6",
      tags: ["a", "b"],
      since: "1.15",
      until: "1.20",
    });
    expect(reading?.problems).toEqual([]);
  });

  test("needs nothing but the word", () => {
    for (const html of ["<!-- card: -->", "<!--card:-->", "<!-- card -->"]) {
      expect(read(html).map(({ mark }) => [mark.id, mark.traits])).toEqual([[null, NO_TRAITS]]);
    }
  });

  test("leaves other comments alone", () => {
    expect(read("<!-- cards are fun --><!-- a card: no --><!-- prettier-ignore -->")).toEqual([]);
  });

  test("tells each thing that is wrong where it stands, and keeps the rest", () => {
    const [reading] = read("<!-- card: ok levl=senior kind=essay until=soon level=staff stray -->");
    expect(reading?.mark).toMatchObject({ id: "ok", traits: { ...NO_TRAITS, level: "staff" } });
    expect(reading?.problems.map(({ code, place }) => [code, place.column])).toEqual([
      ["mark-key", 15],
      ["mark-value", 27],
      ["mark-value", 38],
      ["mark-key", 61],
    ]);
  });

  test("takes small letters, digits and hyphens for an id", () => {
    expect(read("<!-- card: 2pc-steps -->")[0]?.mark.id).toBe("2pc-steps");
    for (const id of ["A", "-a", "a.b", "a_b", "编号"]) {
      const [reading] = read(`<!-- card: ${id} -->`);
      expect(reading?.mark.id).toBeNull();
      expect(reading?.problems).toMatchObject([{ code: "mark-value", data: { key: "id", value: id } }]);
    }
  });

  test("finds several marks in one piece of HTML", () => {
    expect(
      read("<!-- card: a -->\n<!-- card: b -->").map(({ mark }) => [mark.id, mark.place.column]),
    ).toEqual([
      ["a", 1],
      ["b", 18],
    ]);
  });
});
