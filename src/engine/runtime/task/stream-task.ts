import type { Tracer } from "../../trace/tracer.ts";
import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";
import { TaskProcessingTimeService } from "../clock/task-processing-time-service.ts";
import type { ControlEvent } from "../network/stream-event.ts";
import type { Actor, StepResult } from "../schedule/actor.ts";
import type { SourceStreamOperator } from "../source/source-stream-operator.ts";
import type { DirectReceiver } from "./direct-edge.ts";
import { ElementReader } from "./element-reader.ts";
import type { InputPort } from "./input-port.ts";
import { SourcePoller } from "./source-poller.ts";
import { TaskEnding } from "./task-ending.ts";
import { TaskEvents } from "./task-events.ts";
import type { TaskGateway } from "./task-gateway.ts";
import { hostOf } from "./task-host.ts";
import { TaskLoad, type TaskWait } from "./task-load.ts";
import { TaskPace } from "./task-pace.ts";
import { assembleTask, hasRoom, isStuck, openTask, type TaskHost, type TaskParts } from "./task-parts.ts";
import type { TaskPlan } from "./task-plan.ts";
import type { TaskState } from "./task-state.ts";

/**
 * One subtask of a job (Flink's class of the same name): a chain of operators between channels, with a mailbox. It does
 * one thing at a time: a mail (a timer, a message, an answer), or else the next element.
 */
export class StreamTask implements Actor, DirectReceiver {
  readonly plan: TaskPlan;
  readonly index: number;
  readonly name: string;
  readonly load: TaskLoad;
  readonly events: TaskEvents;
  readonly #tracer: Tracer | null;
  readonly #gateway: TaskGateway<StreamTask>;
  readonly #time: TaskProcessingTimeService;
  readonly #mails: (() => void)[] = [];
  readonly #ending: TaskEnding;
  readonly #poller: SourcePoller;
  readonly #pace: TaskPace;
  readonly #reader: ElementReader;
  #state: TaskState = "DEPLOYING";
  #parts: TaskParts | null = null;

  constructor(plan: TaskPlan, gateway: TaskGateway<StreamTask>) {
    const { vertex, subtaskIndex, index, numChannels } = plan;
    this.plan = plan;
    this.index = index;
    this.name = `${vertex.name} (${subtaskIndex + 1}/${vertex.parallelism})`;
    this.#gateway = gateway;
    this.#tracer = plan.tracerOf(vertex.name);
    this.events = new TaskEvents(
      numChannels,
      () => this.parts.checkpoints,
      () => this.endData(),
      this.#tracer,
    );
    this.#ending = new TaskEnding(gateway.finalCheckpoint);
    this.#poller = new SourcePoller(gateway.clock, () => gateway.wake(this));
    this.load = new TaskLoad(gateway.clock, this.#tracer);
    this.#pace = new TaskPace(this.load, this.#poller, gateway.takesTime);
    this.#reader = new ElementReader(plan.elementsPerStep, this.#poller, (parts) =>
      this.#pace.mayTakeMore(parts, this.#mails.length),
    );
    this.#time = new TaskProcessingTimeService(gateway.clock, (read) => this.mail(read));
  }

  get state(): TaskState {
    return this.#state;
  }

  /** What the subtask consists of. Throws before it has been deployed. */
  get parts(): TaskParts {
    if (this.#parts === null) throw new Error(`${this.name} has not been deployed`);
    return this.#parts;
  }

  /** Puts a mail into the mailbox; it is read before the next element. */
  mail(read: () => void): void {
    if (this.#state === "CANCELED") return;
    this.#mails.push(read);
    this.#gateway.wake(this);
  }

  step(): StepResult {
    const parts = this.#parts;
    if (this.#state === "CANCELED") return "wait";
    if (parts === null) return this.deploy();
    if (isStuck(parts)) return this.#wait("hard-back-pressure");
    const mail = this.#mails.shift();
    if (mail !== undefined) return this.#read(mail, parts);
    if (!hasRoom(parts)) return this.#wait("soft-back-pressure");
    const { source } = parts.chain;
    if (source !== null) return this.#poll(source, parts);
    // Barriers may follow the last element.
    return this.#reader.read(parts) === "empty" ? this.#wait("idle") : this.#goOn(parts);
  }

  /** Makes the operators, gives them their state and opens them. */
  deploy(): StepResult {
    this.#parts = assembleTask(this.plan, this.#host());
    openTask(this.#parts, this.plan);
    this.#state = "RUNNING";
    return this.#goOn(this.#parts);
  }

  /** Who is fed by plain calls must be there before anybody can call. */
  directPort(): InputPort {
    if (this.#parts === null) this.deploy();
    const [port] = this.parts.chain.inputs;
    if (port === undefined) throw new Error(`${this.name} has no input`);
    return port;
  }

  receiveEvent(event: ControlEvent): void {
    this.parts.inputs.receive(event, 0);
  }

  /** The coordinator asks for a checkpoint; `suspend` lets no element follow its barrier. */
  triggerCheckpoint(barrier: CheckpointBarrier, then: "go-on" | "suspend"): void {
    if (this.#state === "FINISHED") return this.#gateway.decline(this, barrier.id);
    this.parts.checkpoints.trigger(barrier);
    if (then === "suspend") this.#poller.suspend();
  }

  notifyCheckpointComplete(checkpointId: number): void {
    this.#tracer?.record({ type: "notify-complete", checkpointId });
    this.parts.chain.notifyCheckpointComplete(checkpointId);
    this.#ending.onCheckpointComplete(checkpointId);
  }

  notifyCheckpointAborted(checkpointId: number): void {
    this.#poller.resume();
    this.parts.checkpoints.abort(checkpointId);
  }

  /** All elements have come: the operators send what is left. */
  endData(): void {
    if (this.#state !== "RUNNING") return;
    this.#state = "ENDING";
    this.load.end();
    this.parts.chain.finish();
    this.#goOnEnding();
  }

  /** Ends the subtask where it stands; `kill` is the death of its process, in which nothing can be closed. */
  cancel(how: "close" | "kill"): void {
    if (this.#state === "FINISHED" || this.#state === "CANCELED") return;
    this.#state = "CANCELED";
    this.load.end();
    this.#mails.length = 0;
    this.#stopClocks();
    this.#tracer?.record({ type: "end", state: "CANCELED" });
    if (how === "close") this.#parts?.chain.closeQuietly();
  }

  #read(mail: () => void, parts: TaskParts): StepResult {
    mail();
    this.#goOnEnding();
    return this.#goOn(parts);
  }

  #poll(source: SourceStreamOperator, parts: TaskParts): StepResult {
    if (this.#state !== "RUNNING" || this.#poller.isSuspended) return this.#wait("idle");
    if (this.#reader.poll(source, parts) === "END_OF_INPUT") this.endData();
    return this.#goOn(parts);
  }

  #goOn(parts: TaskParts): StepResult {
    return this.#pace.goOn(parts, this.#state, this.#mails.length);
  }

  #wait(wait: TaskWait): StepResult {
    return this.#pace.wait(this.#state, wait);
  }

  #goOnEnding(): void {
    if (this.#state === "ENDING" && this.#ending.goOn(this.parts) === "over") this.#end();
  }

  #end(): void {
    this.#state = "FINISHED";
    for (const edge of this.parts.edges) edge.broadcastEvent({ type: "end-of-partition" });
    this.parts.chain.close();
    this.#stopClocks();
    this.#tracer?.record({ type: "end", state: "FINISHED" });
    this.#gateway.onFinished(this);
  }

  #stopClocks(): void {
    this.#time.quiesce();
    for (const edge of this.#parts?.edges ?? []) edge.close();
  }

  #host(): TaskHost {
    return hostOf(this, {
      gateway: this.#gateway,
      processingTimeService: this.#time,
      ending: this.#ending,
      wakeUp: () => this.#poller.wakeUp(),
    });
  }
}
