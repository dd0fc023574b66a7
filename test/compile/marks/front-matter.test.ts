import { describe, expect, test } from "vitest";

import { readFrontMatter } from "../../../src/compile/marks/front-matter.ts";
import { NO_TRAITS } from "../../../src/compile/marks/traits.ts";

function read(value: string) {
  return readFrontMatter({ type: "yaml", value }, (index) => ({ file: "a.md", line: 2, column: index + 1 }));
}

describe("readFrontMatter", () => {
  test("reads defaults for the notes of the file", () => {
    const { defaults, lang, problems } = read(
      'chapter: 6\nlevel: senior\ntags: [a, "b c"]\nkind: cloze\nlang: zh',
    );
    expect(defaults).toEqual({
      ...NO_TRAITS,
      chapter: "6",
      level: "senior",
      tags: ["a", "b c"],
      kind: "cloze",
    });
    expect(lang).toBe("zh");
    expect(problems).toEqual([]);
  });

  test("takes versions as they are written, not as numbers", () => {
    expect(read("since: 1.10\nuntil: 1.20").defaults).toMatchObject({ since: "1.10", until: "1.20" });
  });

  test("takes the tags as a list or as a line", () => {
    expect(read("tags: a, b").defaults.tags).toEqual(["a", "b"]);
    expect(read("tags:\n  - a\n  - b").defaults.tags).toEqual(["a", "b"]);
  });

  test("takes the languages of site generators", () => {
    expect(["lang: zh-CN", "lang: en_US"].map((yaml) => read(yaml).lang)).toEqual(["zh", "en"]);
  });

  test("keeps a file out", () => {
    expect(["cards: false", "cards: true", ""].map((yaml) => read(yaml).cards)).toEqual([
      "unwanted",
      "wanted",
      "wanted",
    ]);
  });

  test("names a deck and its chapters, once or in each language", () => {
    const { title, chapters } = read(
      "deck: {zh: 自行车, en: Bicycles}\nchapters:\n  1: Wheels\n  2: {zh: 刹车, en: Brakes}",
    );
    expect(title).toEqual({ zh: "自行车", en: "Bicycles" });
    expect(chapters).toEqual([
      { key: "1", title: { zh: "Wheels", en: "Wheels" } },
      { key: "2", title: { zh: "刹车", en: "Brakes" } },
    ]);
    expect(read("deck: Bicycles").title).toEqual({ zh: "Bicycles", en: "Bicycles" });
    expect(read("deck: {en: Bicycles}").title).toEqual({ zh: "Bicycles", en: "Bicycles" });
  });

  test("complains of values that don't fit, where they stand", () => {
    expect(read("level: expert\nlang: fr\ncards: 3").problems).toMatchObject([
      { code: "front-matter-value", place: { column: 8 }, data: { key: "level", value: "expert" } },
      { code: "front-matter-value", place: { column: 21 }, data: { key: "lang", value: "fr" } },
      { code: "front-matter-value", place: { column: 31 }, data: { key: "cards", value: "3" } },
    ]);
  });

  test("leaves the front matter of other programs alone", () => {
    const { defaults, problems } = read("title: A post\nlevel: 3\nlang: fr\ntags: [bike]");
    expect(problems).toEqual([]);
    expect(defaults).toEqual({ ...NO_TRAITS, tags: ["bike"] });
  });

  test.each(["a: [1", "just text", "- a\n- list", "a: 1\na: 2"])("calls %j broken", (yaml) => {
    expect(read(yaml).problems).toMatchObject([{ code: "front-matter-broken" }]);
  });
});
