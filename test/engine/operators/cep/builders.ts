import { CepOperator } from "../../../../src/engine/operators/cep/cep-operator.ts";
import type { Match } from "../../../../src/engine/operators/cep/nfa.ts";
import type { Pattern } from "../../../../src/engine/operators/cep/pattern.ts";
import { OutputTag } from "../../../../src/engine/operators/output-tag.ts";
import { OneInputStreamOperatorTestHarness } from "../../../../src/engine/testing/harness.ts";

/** An event: a letter, and which one of the text it is. */
export interface Letter {
  readonly letter: string;
  readonly index: number;
}

/** Returns a condition that fits one letter. */
export const is =
  (wanted: string) =>
  ({ letter }: Letter): boolean =>
    letter === wanted;

/** Writes a match as the indexes of its letters by stage, for example `a0,2 b3`. */
function textOf(match: Match<Letter>): string {
  const stages = [...match].map(([name, letters]) => `${name}${letters.map(({ index }) => index).join(",")}`);
  return stages.join(" ");
}

/** Returns a harness of one operator over letters of one key; a timed-out match goes to the side output `timedOut`. */
export function aHarness(
  pattern: Pattern<Letter>,
  timeBehaviour: "EventTime" | "ProcessingTime" = "EventTime",
): OneInputStreamOperatorTestHarness<Letter> {
  const timedOut = new OutputTag<string>("timedOut");
  return new OneInputStreamOperatorTestHarness<Letter>(
    (parameters) =>
      new CepOperator(parameters, () => "key", {
        pattern,
        timeBehaviour,
        lateDataOutputTag: null,
        patternProcessFunction: {
          processMatch: (match, _context, out) => out.collect(textOf(match)),
          processTimedOutMatch: (match, context) => context.output(timedOut, textOf(match)),
        },
      }),
  );
}

/** Feeds a text, a letter a millisecond from 1 on, and returns the matches once all time has passed. */
export function matchesIn(text: string, pattern: Pattern<Letter>): readonly string[] {
  const harness = aHarness(pattern);
  for (const [index, letter] of [...text].entries()) harness.processElement({ letter, index }, index + 1);
  harness.processWatermark(text.length + 1000);
  return harness.drainOutput().flatMap((row) => (row.type === "record" ? [String(row.value)] : []));
}
