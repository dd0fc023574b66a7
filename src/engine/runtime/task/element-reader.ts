import type { SourceStreamOperator } from "../source/source-stream-operator.ts";
import type { InputStatus } from "../source/source.ts";
import type { SourcePoller } from "./source-poller.ts";
import type { TaskParts } from "./task-parts.ts";

/** Takes the elements of one step: one or, where nobody looks at single steps, as many as may be and are there. */
export class ElementReader {
  readonly #elementsPerStep: number;
  readonly #poller: SourcePoller;
  readonly #mayTakeMore: (parts: TaskParts) => boolean;

  /** `mayTakeMore` tells whether a step may go on that has taken something. */
  constructor(elementsPerStep: number, poller: SourcePoller, mayTakeMore: (parts: TaskParts) => boolean) {
    this.#elementsPerStep = elementsPerStep;
    this.#poller = poller;
    this.#mayTakeMore = mayTakeMore;
  }

  /** Takes what lies in the channels; whether there was anything. */
  read(parts: TaskParts): "processed" | "empty" {
    if (parts.inputs.processNext() === "empty") return "empty";
    for (let more = this.#elementsPerStep - 1; more > 0 && this.#mayTakeMore(parts); more--) {
      if (parts.inputs.processNext() === "empty") break;
    }
    return "processed";
  }

  /** Takes what a source has. */
  poll(source: SourceStreamOperator, parts: TaskParts): InputStatus {
    let status = this.#poller.poll(source);
    for (let more = this.#elementsPerStep - 1; more > 0 && this.#mayTakeMore(parts); more--) {
      if (status !== "MORE_AVAILABLE") break;
      status = this.#poller.poll(source);
    }
    return status;
  }
}
