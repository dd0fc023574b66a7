import type { Fault } from "../../exercise/fault.ts";
import type { CheckedPromise } from "../../exercise/run-checks.ts";
import type { RunRequest } from "../../exercise/run.ts";
import type { Verdict } from "../../exercise/verdict.ts";
import type { Messages } from "../../locale/messages.ts";
import { EMPTY_ROW, gap, row, span, type Row, type Tone } from "../row.ts";
import { signs } from "../signs.ts";
import { visibleLine, visibleText } from "../visible-text.ts";
import { wrapRow } from "../wrap.ts";
import { changeRows } from "./change-rows.ts";
import { differenceRows, type Difference } from "./difference-rows.ts";
import { failureIn, failureRows } from "./failure-rows.ts";
import { fedRows } from "./fed-rows.ts";

/** How each status looks: a sign and a tone. */
export const STATUS_SIGNS: Readonly<Record<Verdict["status"], readonly [sign: string, tone: Tone]>> = {
  pass: ["✓", "good"],
  fail: ["✗", "bad"],
  inconclusive: ["?", "warning"],
  timeout: ["!", "warning"],
  compile: ["!", "warning"],
  crash: ["✗", "bad"],
};

/** Returns a verdict: what came of it, the first broken promise with what shows it, and how the others stand. */
export function verdictRows(verdict: Verdict, words: Messages, width: number): readonly Row[] {
  const [sign, tone] = STATUS_SIGNS[verdict.status];
  const head = row(`${signs(sign)} ${words.fix.status[verdict.status]}`, tone, "bold");
  return [head, EMPTY_ROW, ...reasonRows(verdict, words, width)];
}

/** Returns what a type checker says: it changes no verdict. */
export function adviceRows(advice: readonly Fault[], words: Messages, width: number): readonly Row[] {
  if (advice.length === 0) return [];
  return [
    EMPTY_ROW,
    row(words.practice.advice, "quiet"),
    ...advice.flatMap((fault) => faultRows(fault, width - 2).map(indented)),
  ];
}

function reasonRows(verdict: Verdict, words: Messages, width: number): readonly Row[] {
  switch (verdict.status) {
    case "compile":
    case "crash":
      return faultRows(verdict.fault, width);
    case "timeout":
      return [
        ...wrapRow(row(words.fix.limit[verdict.limit]), width),
        ...(verdict.during === null
          ? []
          : wrapRow(row(words.fix.during(visibleLine(verdict.during)), "quiet"), width)),
      ];
    case "pass":
    case "fail":
    case "inconclusive":
      return checkedRows(verdict.checks, words, width);
  }
}

/** Returns where a fault is, as editors read it, and what it is. */
function faultRows({ file, line, column, name, message }: Fault, width: number): readonly Row[] {
  const place = visibleLine([file, line, column].filter((part) => part !== null).join(":"));
  return [row(place, "accent"), ...wrapRow(row(visibleText(`${name}: ${message}`)), width)];
}

function checkedRows(checks: readonly CheckedPromise[], words: Messages, width: number): readonly Row[] {
  const first = checks.findIndex(({ finding }) => finding.status !== "pass");
  return checks.flatMap((check, index) => [
    ...promiseRows(check, words, width),
    ...(index === first ? [...shownRows(check, words, width - 2).map(indented), EMPTY_ROW] : []),
  ]);
}

function promiseRows({ id, says, finding }: CheckedPromise, words: Messages, width: number): readonly Row[] {
  const [sign, tone] = STATUS_SIGNS[finding.status];
  const promise = [span(`${visibleLine(id)}  `, tone), span(visibleLine(says[words.lang]))];
  const lines = wrapRow(promise, width - 2);
  return lines.map(
    (line, index): Row => [index === 0 ? span(`${signs(sign)} `, tone, "bold") : gap(2), ...line],
  );
}

function shownRows({ finding }: CheckedPromise, words: Messages, width: number): readonly Row[] {
  if (finding.status === "pass") return [];
  if (finding.status === "inconclusive")
    return wrapRow(row(visibleLine(finding.because[words.lang]), "warning"), width);
  const { counterexample } = finding;
  return [
    EMPTY_ROW,
    ...outcomeRows(finding, words, width),
    ...(counterexample === null ? [] : [EMPTY_ROW, ...requestRows(counterexample, words, width)]),
  ];
}

/** What should have come of the run and what did: a failure by its cause, a text by its lines. */
function outcomeRows({ expected, actual }: Difference, words: Messages, width: number): readonly Row[] {
  const failure = failureIn(actual);
  if (failure !== null) return failureRows(failure, words.fix, width);
  if (typeof expected === "string" && expected.includes("\n"))
    return changeRows(expected, typeof actual === "string" ? actual : "", words, width);
  return differenceRows({ expected, actual }, words.fix, width);
}

/**
 * Returns the run that shows it: the interleaving, what crashed and when, and what the job was fed with; there, the
 * element at the place `selected` is marked.
 */
export function requestRows(
  request: RunRequest,
  { fix }: Messages,
  width: number,
  selected: number | null = null,
): readonly Row[] {
  const { seed, faults, variation, input } = request;
  const struck = faults.map((fault) => fix.fault(fault.type, "at" in fault ? momentOf(fault.at) : null));
  const varied = Object.entries(variation).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const run = [fix.seed(seed), ...(struck.length === 0 ? [fix.noFault] : struck), ...varied].join(
    signs(" · "),
  );
  const fed = typeof input === "number" ? null : input;
  return [
    row(fix.counterexample, "quiet"),
    ...wrapRow(row(visibleLine(run)), width),
    ...(fed === null
      ? []
      : [row(fix.input(fed.length), "quiet"), ...fedRows({ elements: fed, selected }, width)]),
  ];
}

function momentOf(at: { readonly step: number } | { readonly call: number }) {
  return "step" in at
    ? ({ unit: "step", number: at.step } as const)
    : ({ unit: "call", number: at.call } as const);
}

function indented(line: Row): Row {
  return line.length === 0 ? line : [gap(2), ...line];
}
