import type { AsyncFunction } from "../../../../src/engine/operators/async/async-function.ts";
import {
  AsyncWaitOperator,
  type AsyncWaitOptions,
} from "../../../../src/engine/operators/async/async-wait-operator.ts";
import { TaskMailbox } from "../../../../src/engine/operators/async/mailbox-executor.ts";
import type { ResultFuture } from "../../../../src/engine/operators/async/result-future.ts";
import { OneInputStreamOperatorTestHarness } from "../../../../src/engine/testing/harness.ts";
import type { TestEnvironmentSettings } from "../../../../src/engine/testing/test-environment.ts";
import { textsOf } from "../output-texts.ts";

/** An asynchronous operator over texts, and a service that answers when a test says so. */
export interface AsyncScript {
  readonly harness: OneInputStreamOperatorTestHarness<string>;
  readonly operator: AsyncWaitOperator<string, string>;
  readonly mailbox: TaskMailbox;
  /** The elements that the service was asked for, in order, retries included. */
  readonly calls: readonly string[];
  /** Answers the newest call for an element, and lets the task work. */
  readonly answer: (element: string, ...results: readonly string[]) => void;
  /** Lets the newest call for an element fail, and lets the task work. */
  readonly fail: (element: string) => void;
  /** Returns what was put out since the last time, once the task has done its work. */
  readonly output: () => readonly string[];
}

/** What a script may change of its operator. */
export interface AsyncScriptOptions extends Partial<AsyncWaitOptions<string>> {
  readonly function?: Partial<AsyncFunction<string, string>>;
  readonly settings?: TestEnvironmentSettings;
}

/** Returns a script; by default ordered, for 100 elements, without timeout and retries. */
export function aScript({
  function: asyncFunction,
  settings,
  ...options
}: AsyncScriptOptions = {}): AsyncScript {
  const mailbox = new TaskMailbox();
  const futures = new Map<string, ResultFuture<string>>();
  const calls: string[] = [];
  const asked: AsyncFunction<string, string> = {
    asyncInvoke: (input, resultFuture) => {
      calls.push(input);
      futures.set(input, resultFuture);
    },
    ...asyncFunction,
  };
  let operator: AsyncWaitOperator<string, string> | undefined;
  const harness = new OneInputStreamOperatorTestHarness<string>((parameters) => {
    const { outputMode = "ordered", timeout = 0, capacity = 100, ...others } = options;
    const all = { outputMode, timeout, capacity, ...others };
    operator = new AsyncWaitOperator<string, string>(parameters, asked, all, mailbox);
    return operator;
  }, settings);
  if (operator === undefined) throw new Error("The harness has made no operator.");
  const futureOf = (element: string): ResultFuture<string> => {
    const resultFuture = futures.get(element);
    if (resultFuture === undefined) throw new Error(`Nobody has asked for ${element}.`);
    return resultFuture;
  };
  return {
    harness,
    operator,
    mailbox,
    calls,
    answer: (element, ...results) => {
      futureOf(element).complete(results);
      mailbox.runMails();
    },
    fail: (element) => {
      futureOf(element).completeExceptionally(new Error("no answer"));
      mailbox.runMails();
    },
    output: () => {
      mailbox.runMails();
      return textsOf(harness.drainOutput());
    },
  };
}
