import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isRightAnswer } from "../../../src/review/answer/typed-answer.ts";

function numberIs(text: string, ...accepted: readonly string[]): boolean {
  return isRightAnswer({ text, accepted, as: "number" });
}

function textIs(text: string, ...accepted: readonly string[]): boolean {
  return isRightAnswer({ text, accepted, as: "text" });
}

describe("a number as an answer", () => {
  test.each([
    ["10", "10.0"],
    ["10", "+10"],
    ["10", "010"],
    ["10", "１０"],
    ["10", "10。"],
    ["10", "1e1"],
    ["10", "10分钟"],
    ["10", "10 分钟"],
    ["10", "10min"],
    ["10", "10 %"],
    ["10", "十"],
    ["10", "十分钟"],
    ["25", "二十五"],
    ["10203", "一万零二百零三"],
    ["2024", "二〇二四"],
    ["200", "两百"],
    ["10000", "10,000"],
    ["10000", "10，000"],
    ["10000", "10 000"],
    ["10000", "10_000"],
    ["10000", "1万"],
    ["10000", "10k"],
    ["64 KB", "64k"],
    ["3.5", "三点五"],
    ["35000", "三点五万"],
    ["150", "一百五"],
    ["10 KB", "10 千字节"],
    ["15000", "1.5 万条"],
    ["-10", "−10"],
    ["-10", "负十"],
    [".5", "0.50"],
    ["10 分钟", "10"],
    ["10 分钟", "10 min"],
    ["10 minutes", "10 分"],
    ["10 ms", "10毫秒"],
    ["128 MB", "128m"],
    ["3 slots", "3 slot"],
    ["4 个 slot", "4 slots"],
    ["9223372036854775807", "9,223,372,036,854,775,807"],
    ["many", "Many."],
  ])("where %s is right, %s is", (accepted, typed) => {
    expect(numberIs(typed, accepted)).toBe(true);
  });

  test.each([
    ["10", "10.5"],
    ["10", "-10"],
    ["-10", "10"],
    ["5", ".5"],
    ["10", "100"],
    ["10", "1"],
    ["10", "10k"],
    ["64", "64k"],
    ["10", "10万"],
    ["3", "三点五"],
    ["10", "十分之一"],
    ["10", "十多"],
    ["10k", "10"],
    ["10", "十一"],
    ["10", "10 to 20"],
    ["10", "10 或 20"],
    ["10", "10-20"],
    ["10", "10以上"],
    ["10", "10 or more"],
    ["10", "about 10"],
    ["10", "10, 20"],
    ["10", ""],
    ["10 ms", "10 s"],
    ["10 s", "10 ms"],
    ["10 分钟", "10 秒"],
    ["10 MB", "10 min"],
    ["9223372036854775807", "9223372036854775808"],
    ["1.5", "1,5"],
    ["1000", "1,00,0"],
  ])("where %s is right, %s is not", (accepted, typed) => {
    expect(numberIs(typed, accepted)).toBe(false);
  });

  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
  const written = fc.constantFrom<(value: number) => string>(
    String,
    (value) => value.toFixed(2),
    (value) => value.toLocaleString("en-US", { maximumFractionDigits: 2 }),
    (value) => `${value} 秒`,
    (value) => `${value} ms.`,
    (value) => value.toExponential(),
    (value) => String(value).replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    (value) => String(value).replace("-", "−"),
  );

  test("is right by its value, however it is written", () => {
    fc.assert(
      fc.property(cents, cents, written, (one, other, write) => {
        const [accepted, typed] = [one / 100, other / 100];
        expect(numberIs(write(accepted), String(accepted))).toBe(true);
        expect(numberIs(write(typed), String(accepted))).toBe(one === other);
      }),
    );
  });

  test("is right in Chinese numerals from 0 to 99,999", () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), (value, other) => {
        expect(numberIs(inChinese(value), String(value))).toBe(true);
        expect(numberIs(inChinese(other), String(value))).toBe(other === value);
      }),
    );
  });
});

/** Writes a number below 100,000 in Chinese: the digits with their places, one 零 for a run of noughts in between. */
function inChinese(value: number): string {
  const places = ["万", "千", "百", "十", ""];
  const digits = [...String(value).padStart(5, "0")].map(Number);
  const text = digits.map((digit, at) =>
    digit === 0 ? "零" : `${"零一二三四五六七八九"[digit]}${places[at]}`,
  );
  const joined = text
    .join("")
    .replaceAll(/零+/gu, "零")
    .replaceAll(/^零|零$/gu, "");
  return joined === "" ? "零" : joined.replace(/^一十/u, "十");
}

describe("words as an answer", () => {
  test.each([
    ["反压", "反压。"],
    ["反压", "「反压」"],
    ["partitioned by key", "Partitioned  by key."],
    ["rest.port=8081", "rest.port = 8081"],
    ["parallelism: 4", "parallelism:4"],
    ["parallelism：4", "parallelism: 4"],
    ["[0, 5)", "[0,5)"],
    ["keyBy", "`keyBy`"],
    ["keyBy", "keyBy()"],
    ["键控 state", "键控state"],
    ["!=", "!="],
    ["2³¹", "2^31"],
  ])("where %s is right, %s is", (accepted, typed) => {
    expect(textIs(typed, accepted)).toBe(true);
  });

  test.each([
    ["==", "!="],
    ["?", "!"],
    ["[0, 5)", "[0, 5]"],
    ["1.10", "1.1"],
    ["1.20", "1.2"],
    ["-10", "10"],
    [".5", "5"],
    ["rm -rf", "rm-rf"],
    ["by key", "bykey"],
    ["rest.port=8081", "rest.port=8082"],
    ["2³¹", "231"],
    ["反压", "背压"],
    ["反压", "。"],
  ])("where %s is right, %s is not", (accepted, typed) => {
    expect(textIs(typed, accepted)).toBe(false);
  });

  const word = fc.stringMatching(/^[a-z反压点]{1,6}$/u);
  const before = fc.constantFrom("", " ", "\u3000", "“", "`");
  const behind = fc.constantFrom("", " ", "。", ".", "!", "！", "”");

  test("is right with other case, gaps and signs around it, and only then", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), word, before, behind, (words, other, first, last) => {
        const accepted = words.join(" ");
        const typed = `${first}${words.join("  ").toUpperCase()}${last}`;
        expect(textIs(typed, accepted)).toBe(true);
        expect(textIs(`${typed}x${other}`, accepted)).toBe(false);
      }),
    );
  });

  test("is right for itself, and for whom it is right that is right for it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (one, other) => {
        expect(textIs(one, one)).toBe(true);
        expect(textIs(one, other)).toBe(textIs(other, one));
      }),
    );
  });
});
