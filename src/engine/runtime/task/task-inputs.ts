import { Counter } from "../../operators/counter.ts";
import { StatusWatermarkValve } from "../../time/valve.ts";
import type { InputChannel } from "../network/input-channel.ts";
import type { InputGate } from "../network/input-gate.ts";
import { type ControlEvent, StreamEvent, type TimeEvent } from "../network/stream-event.ts";
import type { InputPort } from "./input-port.ts";

/** The gates that lead to one input of a task's head; those of a union lead to the same. */
export interface InputGates {
  readonly inputIndex: number;
  readonly gates: readonly InputGate[];
}

/** What a task does with what is neither a record nor about time. */
export interface EventListener {
  readonly onEvent: (event: ControlEvent, channel: number) => void;
  /** Hears of what goes to the valve of an input. */
  readonly onTimeEvent: (event: TimeEvent, channel: number) => void;
}

/** One input of a task: its gates, where their elements go, and the channel that is being read. */
interface Input {
  readonly gates: readonly InputGate[];
  readonly port: InputPort;
  readonly valve: StatusWatermarkValve;
  readonly firstChannel: number;
  current: { readonly gate: InputGate; readonly channel: InputChannel } | null;
}

/**
 * Reads the channels of a task, one element at a time (Flink's `StreamTaskNetworkInput` and, for two inputs,
 * `StreamMultipleInputProcessor`): of the inputs that have something each in turn, of its channels the one whose turn
 * it is, and that one to the end of its buffer.
 */
export class TaskInputs {
  readonly numRecordsIn = new Counter();
  readonly #inputs: readonly Input[];
  readonly #listener: EventListener;
  readonly #chooseChannel: (count: number) => number;
  #lastInput = -1;

  constructor(
    inputGates: readonly InputGates[],
    ports: readonly InputPort[],
    listener: EventListener,
    chooseChannel: (count: number) => number,
  ) {
    this.#inputs = inputGates.map(({ gates, inputIndex }) => inputOf(gates, portAt(ports, inputIndex)));
    this.#listener = listener;
    this.#chooseChannel = chooseChannel;
  }

  /** Whether there is an element to take. */
  get isReadable(): boolean {
    for (const { current, gates } of this.#inputs) {
      if (current !== null) return true;
      for (const gate of gates) if (gate.isReadable) return true;
    }
    return false;
  }

  /** Takes one element, if there is any; whether there was. */
  processNext(): "processed" | "empty" {
    const count = this.#inputs.length;
    for (let turn = 1; turn <= count; turn++) {
      const index = (this.#lastInput + turn) % count;
      const input = this.#inputs[index];
      if (input === undefined || !this.#hasCurrent(input)) continue;
      this.#lastInput = index;
      this.#processFrom(input);
      return "processed";
    }
    return "empty";
  }

  /** Takes an event that did not come through a buffer. */
  receive(event: ControlEvent, channel: number): void {
    const input = this.#inputs.find(
      ({ firstChannel, gates }) =>
        channel >= firstChannel && channel < firstChannel + channelsOf(gates).length,
    );
    if (input === undefined) throw new RangeError(`there is no channel ${channel}`);
    this.#handle(event, channel, input);
  }

  #hasCurrent(input: Input): boolean {
    if (input.current !== null) return true;
    for (const gate of input.gates) {
      const channel = gate.takeChannel(this.#chooseChannel);
      if (channel === null) continue;
      input.current = { gate, channel };
      return true;
    }
    return false;
  }

  #processFrom(input: Input): void {
    const { current } = input;
    const buffer = current?.channel.head;
    if (current === null || buffer === undefined) return;
    const { position } = buffer;
    const value = buffer.values[position];
    const timestamp = buffer.timestamps[position] ?? Number.NEGATIVE_INFINITY;
    buffer.position = position + 1;
    if (buffer.isConsumed) {
      input.current = null;
      current.channel.recycleHead();
      current.gate.requeue(current.channel);
    }
    if (value instanceof StreamEvent) this.#handle(value.event, current.channel.index, input);
    else this.#processRecord(input, current.channel, value, timestamp);
  }

  #processRecord({ port }: Input, { taskQueue }: InputChannel, value: unknown, timestamp: number): void {
    taskQueue.recordTaken();
    this.numRecordsIn.inc();
    port.processElement(value, timestamp);
  }

  #handle(event: ControlEvent, channel: number, { valve, firstChannel }: Input): void {
    if (event.type === "watermark") {
      this.#listener.onTimeEvent(event, channel);
      valve.inputWatermark(event.timestamp, channel - firstChannel);
    } else if (event.type === "watermark-status") {
      this.#listener.onTimeEvent(event, channel);
      valve.inputWatermarkStatus(event.status, channel - firstChannel);
    } else this.#listener.onEvent(event, channel);
  }
}

function inputOf(gates: readonly InputGate[], port: InputPort): Input {
  const channels = channelsOf(gates);
  const valve = new StatusWatermarkValve(channels.length, {
    emitWatermark: (timestamp) => port.processWatermark(timestamp),
    emitWatermarkStatus: (status) => port.processWatermarkStatus(status),
  });
  return { gates, port, valve, firstChannel: channels[0]?.index ?? 0, current: null };
}

function channelsOf(gates: readonly InputGate[]): readonly InputChannel[] {
  return gates.flatMap(({ channels }) => channels);
}

function portAt(ports: readonly InputPort[], index: number): InputPort {
  const port = ports[index];
  if (port === undefined) throw new RangeError(`the operator has no input ${index}`);
  return port;
}
