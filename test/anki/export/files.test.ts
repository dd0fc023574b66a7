import { describe, expect, test } from "vitest";

import { csvFile } from "../../../src/anki/export/csv-file.ts";
import { jsonFile } from "../../../src/anki/export/json-file.ts";
import { textFile } from "../../../src/anki/export/text-file.ts";
import { foreignKey, guidOf } from "../../../src/anki/notes/guid.ts";
import { instantOf, MINUTE } from "../../../src/base/day.ts";
import type { Source } from "../../../src/card/deck.ts";
import { sampleRequest } from "../sample-export.ts";
import { Diary } from "../sample-history.ts";

const AT = instantOf(Date.parse("2026-11-20T09:00:00+08:00"));

function notes(...texts: readonly string[]): readonly Source[] {
  return [
    {
      path: "own/notes.en.md",
      role: "notes",
      text: `---\nlang: en\n---\n\n# Own\n\n${texts.join("\n\n")}\n`,
    },
  ];
}

const ONE =
  '<!-- card: one level=senior tags=x,y -->\n## What is one?\n\nThe "first", of:\n\n```\na\n\tb\n```';
const FORMULA = "<!-- card: two -->\n## =1+1 is what?\n\n-x, not -1";

function request(...texts: readonly string[]) {
  const diary = new Diary();
  diary.rate(AT - 11 * MINUTE, "one", 3, 1500);
  return sampleRequest({ events: diary.events, at: AT, sources: notes(...texts) });
}

describe("the text file", () => {
  test("tells Anki how to read it", () => {
    expect(textFile(request(ONE)).text.split("\n").slice(0, 6)).toEqual([
      "#separator:tab",
      "#html:true",
      "#guid column:1",
      "#notetype column:2",
      "#deck column:3",
      "#tags column:4",
    ]);
  });

  test("has a line for each note, with its guid, type, deck and tags before its fields", () => {
    const { text, notes: count } = textFile(request(FORMULA));
    expect(count).toBe(1);
    const [line = ""] = text.split("\n").slice(6);
    expect(line.split("\t").slice(0, 6)).toEqual([
      guidOf("two"),
      "sluice 问答 Question",
      "sluice",
      "",
      "=1+1 is what?",
      "",
    ]);
  });

  test("quotes what would end a field or a line", () => {
    const { text } = textFile(request(ONE));
    expect(text).toContain('\t"<p>The &quot;first&quot;, of&#58;</p><pre><code>a\n\tb</code></pre>"\t');
  });

  test("quotes a guid that would make its line a comment", () => {
    const { text } = textFile(request(`<!-- card: ${foreignKey("#guid")} -->\n## What is it?\n\nThis.`));
    expect(text.split("\n")[6]).toMatch(/^"#guid"\t/u);
  });
});

describe("the table", () => {
  test("has a line for each card, which programs take for UTF-8", () => {
    const { text } = csvFile(request(ONE, FORMULA));
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [head, first] = text.split("\r\n");
    expect(head).toContain("uid,kind,chapter,level,tags,question_zh");
    expect(first).toContain('one,basic,,senior,x y,,,What is one?,"The ""first"", of:');
    expect(first).toContain(",learning,2026-11-20,");
  });

  test("has nothing that a spreadsheet runs", () => {
    const { text } = csvFile(request(FORMULA));
    expect(text).toContain(",'=1+1 is what?,\"'-x, not -1\",");
  });
});

describe("the JSON", () => {
  test("has cards with both texts and history, and names no file", () => {
    const { text } = jsonFile(request(ONE));
    expect(JSON.parse(text)).toMatchObject({
      v: 1,
      cards: [
        {
          uid: "one",
          level: "senior",
          state: "learning",
          faces: { en: { question: "What is one?", trail: ["Own"] } },
          answers: [
            { at: AT - 11 * MINUTE, day: "2026-11-20", rating: "good", ms: 1500, counted: "learned" },
          ],
        },
      ],
    });
    expect(text).not.toContain("own/notes");
  });

  test("has for each card of a note what that one asks", () => {
    const { text } = jsonFile(
      request("Barrier ::: 屏障", "The interval is ==10 *minutes*== and the timeout {{c2::5 s::how long}}."),
    );
    const { cards } = JSON.parse(text) as { cards: { uid: string; faces: { en: unknown } }[] };
    const asked = cards.map(({ uid, faces }) => [uid.replace(/^\w+/u, ""), faces.en]);
    expect(asked).toMatchObject([
      ["", { question: "Barrier", answer: "屏障" }],
      [".r", { question: "屏障", answer: "Barrier" }],
      [".c1", { question: "The interval is [...] and the timeout 5 s.", answer: "10 minutes" }],
      [".c2", { question: "The interval is 10 minutes and the timeout [how long].", answer: "5 s" }],
    ]);
  });
});
