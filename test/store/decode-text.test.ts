import { describe, expect, test } from "vitest";

import { decodeText } from "../../src/store/decode-text.ts";

// "什么是检查点？它把状态存下来。" in GBK.
const GBK = Buffer.from("cab2c3b4cac7bcecb2e9b5e3a3bfcbfcb0d1d7b4ccacb4e6cfc2c0b4a1a3", "hex");
const CHINESE = "什么是检查点？它把状态存下来。";

function text(content: string, guess: string | null = null) {
  return { kind: "text", text: content, guess };
}

describe("the text of a file", () => {
  test.each(["", "plain", CHINESE, "é 😀\r\n\t\u001B[31m"])("is UTF-8: %j", (content) => {
    expect(decodeText(Buffer.from(content))).toEqual(text(content));
  });

  test("doesn't hold a byte order mark", () => {
    expect(decodeText(Buffer.from(`\uFEFF${CHINESE}`))).toEqual(text(CHINESE));
  });

  test("is read as UTF-16 if a byte order mark says so", () => {
    const little = Buffer.from(`\uFEFF${CHINESE}`, "utf16le");
    expect(decodeText(little)).toEqual(text(CHINESE, "UTF-16LE"));
    expect(decodeText(Buffer.from(little).swap16())).toEqual(text(CHINESE, "UTF-16BE"));
  });

  test("is read as GBK if it can be nothing else", () => {
    expect(decodeText(GBK)).toEqual(text(CHINESE, "GBK"));
    const mixed = Buffer.concat([Buffer.from("# Flink\n\ncheckpoint: "), GBK]);
    expect(decodeText(mixed)).toEqual(text(`# Flink\n\ncheckpoint: ${CHINESE}`, "GBK"));
  });

  test("is read as windows-1252 where letters with accents stand alone", () => {
    const french = "Où est le dernier point de contrôle ? Là-bas, à côté.";
    expect(decodeText(Buffer.from(french, "latin1"))).toEqual(text(french, "windows-1252"));
  });

  test("stays UTF-8 where a few bytes are damaged", () => {
    const damaged = Buffer.from(CHINESE.repeat(3));
    damaged[1] = 0x20;
    expect(decodeText(damaged)).toMatchObject({ kind: "text", guess: "damaged UTF-8" });
    expect(decodeText(damaged)).toHaveProperty("text", expect.stringContaining(CHINESE.slice(1)));
  });
});

describe("a file", () => {
  test.each([
    ["has a zero byte", Buffer.from("PK\u0003\u0004\0\0")],
    ["is full of control characters", Buffer.from("\u0001\u0002 a \u0003\u0004 b")],
  ])("is binary if it %s", (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ kind: "binary" });
  });

  test("isn't binary for a bell or two, however short it is", () => {
    expect(decodeText(Buffer.from("## What rings?\n\nA bell: \u0007\n"))).toHaveProperty("kind", "text");
  });

  test("isn't binary for one control character far down", () => {
    const content = `${"a".repeat(9000)}\0${"b".repeat(9000)}\u0007`;
    expect(decodeText(Buffer.from(content))).toEqual(text(content));
  });
});
