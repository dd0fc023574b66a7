import { describe, expect, test } from "vitest";

import { hashOfContent } from "../../../src/anki/export/ledger.ts";
import {
  FIELDS,
  NOTE_TYPE_NAMES,
  noteTypeId,
  noteTypeIn,
  noteTypeOfId,
} from "../../../src/anki/notes/note-types.ts";
import type { Front } from "../../../src/anki/notes/templates.ts";

const FRONTS: readonly Front[] = ["zh", "en", "both"];

/** Returns the names of the fields that a template refers to. */
function referredTo(template: string): readonly string[] {
  return Array.from(
    template.matchAll(/\{\{[#^/]?([^{}]+)\}\}/gu),
    ([, words = ""]) => words.split(":").at(-1) ?? "",
  );
}

describe("the note types", () => {
  test("have the ids, fields and parts that they have had since the first export: never change this", () => {
    const frozen = NOTE_TYPE_NAMES.map((name) => {
      const { id, fields, templates, kind } = noteTypeIn(name, "zh");
      const parts = [
        ...fields.map((field) => `${field.id} ${field.name}`),
        ...templates.map((each) => each.id),
      ];
      return `${id} ${name} ${kind}: ${parts.join(", ")}`;
    });
    expect(frozen).toMatchInlineSnapshot(`
      [
        "1735689600101 question normal: 173568960010100 Question, 173568960010101 QuestionEn, 173568960010102 Answer, 173568960010103 AnswerEn, 173568960010104 Context, 173568960010105 ContextEn, 173568960010106 Key, 173568960010107 Extra1, 173568960010108 Extra2, 173568960010190",
        "1735689600102 both-ways normal: 173568960010200 Question, 173568960010201 QuestionEn, 173568960010202 Answer, 173568960010203 AnswerEn, 173568960010204 Context, 173568960010205 ContextEn, 173568960010206 Key, 173568960010207 Extra1, 173568960010208 Extra2, 173568960010290, 173568960010291",
        "1735689600103 cloze cloze: 173568960010300 Text, 173568960010301 TextEn, 173568960010302 Context, 173568960010303 ContextEn, 173568960010304 Key, 173568960010305 Extra1, 173568960010306 Extra2, 173568960010390",
        "1735689600104 typed normal: 173568960010400 Question, 173568960010401 QuestionEn, 173568960010402 Answer, 173568960010403 AnswerEn, 173568960010404 Accepted, 173568960010405 AcceptedEn, 173568960010406 Explanation, 173568960010407 ExplanationEn, 173568960010408 Context, 173568960010409 ContextEn, 173568960010410 Key, 173568960010411 Extra1, 173568960010412 Extra2, 173568960010490",
        "1735689600105 choice normal: 173568960010500 Question, 173568960010501 QuestionEn, 173568960010502 Options, 173568960010503 OptionsEn, 173568960010504 Right, 173568960010505 RightEn, 173568960010506 Answer, 173568960010507 AnswerEn, 173568960010508 Explanation, 173568960010509 ExplanationEn, 173568960010510 Context, 173568960010511 ContextEn, 173568960010512 Key, 173568960010513 Extra1, 173568960010514 Extra2, 173568960010590",
      ]
    `);
  });

  test("are known again by their ids", () => {
    for (const name of NOTE_TYPE_NAMES) expect(noteTypeOfId(noteTypeId(name))).toBe(name);
    expect(noteTypeOfId(1)).toBeNull();
  });

  test.each(FRONTS)("refer to fields that they have, with the front %s", (front) => {
    for (const name of NOTE_TYPE_NAMES) {
      const known: readonly string[] = [...FIELDS[name], "FrontSide"];
      for (const { question, answer } of noteTypeIn(name, front).templates) {
        expect(referredTo(question + answer).filter((field) => !known.includes(field))).toEqual([]);
      }
    }
  });

  test.each(FRONTS)("close every section that they open, with the front %s", (front) => {
    for (const name of NOTE_TYPE_NAMES) {
      for (const side of noteTypeIn(name, front).templates.flatMap(({ question, answer }) => [
        question,
        answer,
      ])) {
        const open: string[] = [];
        for (const [, sign, field] of side.matchAll(/\{\{([#^/])([^{}]+)\}\}/gu)) {
          const closed = sign === "/" ? open.pop() : field;
          expect(closed).toBe(field);
          if (sign !== "/") open.push(field ?? "");
        }
        expect(open).toEqual([]);
      }
    }
  });

  test("look different with another front, in the same fields", () => {
    const looks = FRONTS.map((front) => noteTypeIn("question", front));
    expect(new Set(looks.map(hashOfContent)).size).toBe(3);
    expect(new Set(looks.map(({ fields }) => hashOfContent(fields))).size).toBe(1);
  });

  test("ask for a typed answer once, whatever the front", () => {
    for (const front of FRONTS) {
      const question = noteTypeIn("typed", front).templates[0]?.question ?? "";
      const withEnglish = question.replaceAll(/\{\{\^AnswerEn\}\}.*?\{\{\/AnswerEn\}\}/gu, "");
      expect(withEnglish.match(/\{\{type:/gu)).toHaveLength(1);
    }
  });

  test("hold no mathematics, and no double braces but those of fields", () => {
    for (const name of NOTE_TYPE_NAMES) {
      for (const { question, answer } of noteTypeIn(name, "both").templates) {
        const rest = (question + answer).replaceAll(/\{\{[#^/]?[\w:]+\}\}/gu, "");
        expect(rest).not.toMatch(/\{\{|\}\}|\\[([]/u);
      }
    }
  });

  test("have a look for the night", () => {
    expect(noteTypeIn("question", "zh").css).toMatch(/\.nightMode[^{]*\{[^}]*--page: #1/u);
  });
});
