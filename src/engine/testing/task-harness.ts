import type { CheckpointBarrierHandler } from "../runtime/barrier/checkpoint-barrier-handler.ts";
import { TestProcessingTimeService } from "../time/processing-time-service.ts";
import { NO_TIMESTAMP } from "../time/timestamp.ts";
import type { StatusWatermarkValve } from "../time/valve.ts";
import { numberField } from "./json-fields.ts";
import type { JsonObject } from "./json.ts";
import { barrierOf, createBarrierHandler, type TaskCheckpointMode } from "./task-checkpoints.ts";
import { createValves, TaskEmission } from "./task-emission.ts";

/** The shape of a played task. */
export interface TaskSettings extends TaskCheckpointMode {
  readonly inputs: number;
  /** Channels of each input. */
  readonly channels: number;
}

/**
 * A task with its channels and an operator that forwards what comes (Flink's `StreamTaskMailboxTestHarness`). A channel
 * that is blocked keeps what is sent until it goes on, for its sender stops behind an aligned barrier.
 */
export class TaskHarness {
  readonly #settings: TaskSettings;
  readonly #time = new TestProcessingTimeService();
  readonly #emission = new TaskEmission();
  readonly #valves: readonly StatusWatermarkValve[];
  readonly #handler: CheckpointBarrierHandler;
  readonly #blocked = new Set<number>();
  readonly #held: readonly JsonObject[][];
  /** When each checkpoint began, ms, by its id. */
  readonly #checkpointsBegan = new Map<number, number>();
  #openChannels: number;

  constructor(settings: TaskSettings) {
    const numChannels = settings.inputs * settings.channels;
    this.#settings = settings;
    this.#openChannels = numChannels;
    this.#held = Array.from({ length: numChannels }, () => []);
    this.#valves = createValves(settings.inputs, settings.channels, this.#emission);
    this.#handler = createBarrierHandler(settings, {
      numChannels,
      processingTimeService: this.#time,
      emission: this.#emission,
      input: {
        blockConsumption: (channel) => this.#blocked.add(channel),
        resumeConsumption: (channel) => this.#blocked.delete(channel),
      },
    });
  }

  /** Plays one step and returns what the task puts out. */
  play(step: JsonObject): readonly JsonObject[] {
    if ("elapse" in step) {
      this.#time.setCurrentTime(this.#time.getCurrentProcessingTime() + numberField(step, "elapse"));
      return this.#emission.drain();
    }
    if ("barrier" in step) this.#noteCheckpoint(step);
    this.#held[this.#channelOf(step)]?.push(step);
    this.#feedAll();
    return this.#emission.drain();
  }

  #channelOf(step: JsonObject): number {
    return this.#inputOf(step) * this.#settings.channels + numberField(step, "ch", 0);
  }

  #inputOf(step: JsonObject): number {
    return numberField(step, "in", 1) - 1;
  }

  #noteCheckpoint(step: JsonObject): void {
    const id = numberField(step, "barrier");
    const began = this.#time.getCurrentProcessingTime() - numberField(step, "age", 0);
    if (!this.#checkpointsBegan.has(id)) this.#checkpointsBegan.set(id, began);
  }

  /** Feeds what is held by channels that aren't blocked; that may unblock others. */
  #feedAll(): void {
    for (let fed = -1; fed !== 0;) {
      fed = 0;
      for (const [channel, steps] of this.#held.entries()) fed += this.#feedFrom(channel, steps);
    }
  }

  #feedFrom(channel: number, steps: JsonObject[]): number {
    let fed = 0;
    while (!this.#blocked.has(channel)) {
      const step = steps.shift();
      if (step === undefined) break;
      this.#feed(step, channel);
      fed += 1;
    }
    return fed;
  }

  #feed(step: JsonObject, channel: number): void {
    if ("el" in step) {
      this.#emission.collect(step["el"] ?? null, numberField(step, "ts", NO_TIMESTAMP));
    } else if ("barrier" in step) {
      this.#handler.processBarrier(this.#barrierOf(numberField(step, "barrier")), channel);
    } else if ("cancelBarrier" in step) {
      this.#handler.processCancellationBarrier(numberField(step, "cancelBarrier"), channel);
    } else if ("endOfPartition" in step) {
      this.#endChannel(channel);
    } else {
      this.#feedValve(step);
    }
  }

  #feedValve(step: JsonObject): void {
    const valve = this.#valves[this.#inputOf(step)];
    const channel = numberField(step, "ch", 0);
    if ("wm" in step) valve?.inputWatermark(numberField(step, "wm"), channel);
    else valve?.inputWatermarkStatus(step["status"] === "idle" ? "idle" : "active", channel);
  }

  #barrierOf(id: number) {
    const now = this.#time.getCurrentProcessingTime();
    return barrierOf(this.#settings, { id, now, timestamp: this.#checkpointsBegan.get(id) ?? now });
  }

  #endChannel(channel: number): void {
    this.#openChannels -= 1;
    if (this.#openChannels === 0) this.#emission.emitEvent({ end: true });
    this.#handler.processEndOfPartition(channel);
  }
}
