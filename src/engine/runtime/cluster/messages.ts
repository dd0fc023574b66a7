import type { VirtualClock } from "../clock/virtual-clock.ts";

/** What JobManager and subtasks tell each other about checkpoints. */
export interface Message {
  readonly type:
    | "trigger-checkpoint"
    | "acknowledge-checkpoint"
    | "decline-checkpoint"
    | "notify-checkpoint-complete"
    | "notify-checkpoint-aborted";
  readonly checkpointId: number;
  /** The number of the subtask that sends or gets it. */
  readonly task: number;
}

/** What the network makes of a message; a delay is in ms. */
export type Delivery = "deliver" | "drop" | { readonly delay: number };

/** The network between JobManager and subtasks. */
export class MessageBus {
  readonly #clock: VirtualClock;
  readonly #fateOf: (message: Message) => Delivery;

  constructor(clock: VirtualClock, fateOf: (message: Message) => Delivery) {
    this.#clock = clock;
    this.#fateOf = fateOf;
  }

  /** Sends a message: `deliver` puts it into the mailbox of who gets it, now, later, or never. */
  send(message: Message, deliver: () => void): void {
    const fate = this.#fateOf(message);
    if (fate === "deliver") deliver();
    else if (fate !== "drop") this.#clock.schedule(this.#clock.now() + fate.delay, deliver);
  }
}
