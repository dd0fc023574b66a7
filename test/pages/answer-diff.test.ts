import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { answerDiffRow, answerDiffText } from "../../src/pages/answer-diff.ts";
import { isRightAnswer, type TypedAnswer } from "../../src/review/answer/typed-answer.ts";

function text(typed: string, ...accepted: readonly string[]): TypedAnswer {
  return { text: typed, accepted, as: "text" };
}

function number(typed: string, ...accepted: readonly string[]): TypedAnswer {
  return { text: typed, accepted, as: "number" };
}

function marked(answer: TypedAnswer): string {
  return answerDiffRow(answer)
    .map((piece) => {
      if (piece.tone === "bad") return `-${piece.text}-`;
      return piece.tone === "warning" ? `+${piece.text}+` : piece.text;
    })
    .join("");
}

describe("answerDiffRow", () => {
  test("marks characters in Chinese and words in English", () => {
    expect(marked(text("检查站", "检查点"))).toBe("检查-站-+点+");
    expect(marked(text("aligned barrier", "unaligned barrier"))).toBe("-aligned-+unaligned+ barrier");
  });

  test("marks characters in Chinese that stands behind a word, too", () => {
    expect(marked(text("barrier对其", "barrier对齐"))).toBe("barrier对-其-+齐+");
  });

  test("compares with the accepted answer that is nearest", () => {
    expect(marked(text("背压", "反压", "背压"))).toBe("背压");
  });

  test("makes no difference of case and of full or half width", () => {
    expect(marked(text("ＫＥＹＢＹ", "keyBy"))).toBe("keyBy");
  });

  test("marks nothing that is of no account", () => {
    expect(marked(text("反压。", "反压"))).toBe("反压");
    expect(marked(text("rest.port = 8082.", "rest.port=8081"))).toBe("rest.port=-8082-+8081+");
    expect(marked(text("by key.", "by the key"))).toBe("by +the +key");
  });

  test("marks nothing in a number that is right, and what differs in one that isn't", () => {
    expect(marked(number("10.0 分钟", "10"))).toBe("10.0分钟");
    expect(marked(number("十", "10"))).toBe("十");
    expect(marked(number("10.5", "10"))).toBe("-10.5-+10+");
    expect(marked(number("-10", "10"))).toBe("---10");
    expect(marked(number("10 s", "10 ms"))).toBe("10 -s-+ms+");
  });

  test("marks something if and only if the answer is wrong", () => {
    const answer = fc.array(fc.constantFrom("反压", "key", " ", "10", ".", "。", "-", "=", "K", "0", "ms"), {
      minLength: 1,
    });
    const typed = fc.record({
      text: answer.map((parts) => parts.join("")),
      accepted: fc.array(
        answer.map((parts) => parts.join("")),
        { minLength: 1, maxLength: 3 },
      ),
      as: fc.constantFrom("text", "number"),
    });
    fc.assert(
      fc.property(typed, (each) => {
        const isMarked = answerDiffRow(each).some(({ tone }) => tone !== "good");
        expect(isMarked).toBe(!isRightAnswer(each));
      }),
    );
  });
});

describe("answerDiffText", () => {
  test("says by signs what can't be seen by a look", () => {
    expect(answerDiffText(text("检查站", "检查点"))).toBe("检查[-站-]{+点+}");
    expect(answerDiffText(text("反压", "反压", "背压"))).toBe("反压");
  });
});
