import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "../operators/stream-operator.ts";
import type { RedistributionMode } from "../state/operator-snapshot.ts";
import { ListStateDescriptor } from "../state/state-descriptor.ts";
import type { ListState } from "../state/state.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import { partOf } from "./collections.ts";
import { canonicalJson, type Json } from "./json.ts";

/**
 * The operator of a function with a list of operator state: with each element it sends the list as it is, sorted by
 * its text, for the order after a change of parallelism is chance; then it keeps the element, unless it is a `peek`.
 */
export class ScriptedListOperator implements OneInputStreamOperator<Json> {
  readonly #parameters: StreamOperatorParameters<Json>;
  readonly #elements: ListState<Json>;

  constructor(parameters: StreamOperatorParameters<Json>, mode: RedistributionMode) {
    this.#parameters = parameters;
    const descriptor = new ListStateDescriptor<Json>("elements");
    const backend = parameters.operatorStateBackend;
    this.#elements =
      mode === "union" ? backend.getUnionListState(descriptor) : backend.getListState(descriptor);
  }

  processElement(element: Json, timestamp: number): void {
    this.#parameters.output.collect([...this.#elements.get()].sort(byText), timestamp);
    if (partOf(element, "peek") === null) this.#elements.add(element);
  }

  processWatermark(timestamp: number): void {
    this.#parameters.output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }
}

function byText(left: Json, right: Json): number {
  const [a, b] = [canonicalJson(left), canonicalJson(right)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
