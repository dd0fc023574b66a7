import { describe, expect, test } from "vitest";

import { TaskMailbox } from "../../../../src/engine/operators/async/mailbox-executor.ts";
import { ResultHandler } from "../../../../src/engine/operators/async/result-handler.ts";

const aHandler = () => {
  const mailbox = new TaskMailbox();
  const seen: (readonly string[] | "cancelled")[] = [];
  const handler = new ResultHandler<string, string>("a", mailbox, (results) => seen.push(results));
  handler.setTimeoutTimer({ cancel: () => seen.push("cancelled") });
  return { handler, mailbox, seen };
};

describe("ResultHandler", () => {
  test("hands results over in a mail, after calling the timeout off", () => {
    const { handler, mailbox, seen } = aHandler();
    handler.complete(["A"]);
    expect(seen).toEqual([]);
    mailbox.runMails();
    expect(seen).toEqual(["cancelled", ["A"]]);
  });

  test("is completed with the first answer, before the task knows of it", () => {
    const { handler, mailbox, seen } = aHandler();
    handler.complete(["A"]);
    expect(handler.isCompleted).toBe(true);
    handler.completeExceptionally(new Error("too late"));
    mailbox.runMails();
    expect(seen).toEqual(["cancelled", ["A"]]);
  });

  test("throws an error with its cause in a mail", () => {
    const { handler, mailbox } = aHandler();
    const cause = new Error("no answer");
    handler.completeExceptionally(cause);
    expect(() => mailbox.runMails()).toThrow(expect.objectContaining({ name: "Exception", cause }));
  });
});
