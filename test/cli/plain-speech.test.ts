import { describe, expect, test } from "vitest";

import { plainSpeech } from "../../src/cli/plain-speech.ts";
import { row } from "../../src/pages/row.ts";
import { aContext } from "./a-context.ts";

/** Clears the screen; goes back to the beginning of the line; turns a text around. */
const STEERS = "\u001b[2J\r\u202e";

describe("what is said line by line", () => {
  test("never steers the terminal", () => {
    const { context, printed } = aContext();
    const { say, sayRows } = plainSpeech(context);
    say(`${STEERS}one`);
    sayRows([row(`${STEERS}two  `)]);
    expect(printed).toEqual(["[2Jone", "[2Jtwo"]);
  });

  test("is on stderr where stdout is a value's", () => {
    const { context, printed, talked } = aContext(["--json"]);
    const { say, ask } = plainSpeech(context);
    say("one");
    ask();
    expect([printed, talked]).toEqual([[], ["one", "> "]]);
  });

  test.each([true, false])("ends with an interruption, but for what is on disk (typed: %s)", (isTyped) => {
    const { context: usual, printed } = aContext();
    const context = { ...usual, terminal: { ...usual.terminal, inputIsTerminal: () => isTyped } };
    const stopped = new AbortController();
    const { say, sayRows, ask, acknowledge } = plainSpeech(context, stopped.signal);
    say("one");
    stopped.abort();
    say("two");
    sayRows([row("three")]);
    ask();
    acknowledge("saved d3f2:17");
    expect(printed).toEqual(["one", "saved d3f2:17"]);
  });
});
