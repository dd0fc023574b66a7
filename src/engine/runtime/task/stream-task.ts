import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";
import { TaskProcessingTimeService } from "../clock/task-processing-time-service.ts";
import type { ControlEvent } from "../network/stream-event.ts";
import type { Actor, StepResult } from "../schedule/actor.ts";
import type { DirectReceiver } from "./direct-edge.ts";
import type { InputPort } from "./input-port.ts";
import { SourceAlarm } from "./source-alarm.ts";
import { TaskEnding } from "./task-ending.ts";
import { TaskEvents } from "./task-events.ts";
import type { TaskGateway } from "./task-gateway.ts";
import { TaskLoad, type TaskWait } from "./task-load.ts";
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
  readonly #gateway: TaskGateway<StreamTask>;
  readonly #time: TaskProcessingTimeService;
  readonly #mails: (() => void)[] = [];
  readonly #ending: TaskEnding;
  readonly #alarm: SourceAlarm;
  #state: TaskState = "DEPLOYING";
  #parts: TaskParts | null = null;
  #isSuspended = false;

  constructor(plan: TaskPlan, gateway: TaskGateway<StreamTask>) {
    const { vertex, subtaskIndex, index, numChannels } = plan;
    this.plan = plan;
    this.index = index;
    this.name = `${vertex.name} (${subtaskIndex + 1}/${vertex.parallelism})`;
    this.#gateway = gateway;
    this.events = new TaskEvents(
      numChannels,
      () => this.parts.checkpoints,
      () => this.endData(),
    );
    this.#ending = new TaskEnding(gateway.finalCheckpoint);
    this.#alarm = new SourceAlarm(gateway.clock, () => gateway.wake(this));
    this.load = new TaskLoad(gateway.clock);
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
    if (this.#state === "CANCELED") return "wait";
    this.load.markWorking();
    if (this.#parts === null) return this.deploy();
    if (isStuck(this.#parts)) return this.#wait("hard-back-pressure");
    const mail = this.#mails.shift();
    if (mail !== undefined) return this.#read(mail);
    if (!hasRoom(this.#parts)) return this.#wait("soft-back-pressure");
    return this.#parts.chain.source === null ? this.#readInput(this.#parts) : this.#pollSource(this.#parts);
  }

  /** Makes the operators, gives them their state and opens them. */
  deploy(): StepResult {
    this.#parts = assembleTask(this.plan, this.#host());
    openTask(this.#parts, this.plan);
    this.#state = "RUNNING";
    return "again";
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
    this.#isSuspended = then === "suspend";
  }

  notifyCheckpointComplete(checkpointId: number): void {
    this.parts.chain.notifyCheckpointComplete(checkpointId);
    this.#ending.onCheckpointComplete(checkpointId);
  }

  notifyCheckpointAborted(checkpointId: number): void {
    this.#isSuspended = false;
    this.parts.checkpoints.abort(checkpointId);
  }

  /** All elements have come: the operators send what is left. */
  endData(): void {
    if (this.#state !== "RUNNING") return;
    this.#state = "ENDING";
    this.parts.chain.finish();
    this.#goOnEnding();
  }

  /** Ends the subtask where it stands; `kill` is the death of its process, in which nothing can be closed. */
  cancel(how: "close" | "kill"): void {
    if (this.#state === "FINISHED" || this.#state === "CANCELED") return;
    this.#state = "CANCELED";
    this.#mails.length = 0;
    this.#stopClocks();
    if (how === "close") this.#parts?.chain.closeQuietly();
  }

  #read(mail: () => void): StepResult {
    mail();
    this.#goOnEnding();
    return "again";
  }

  /** Barriers may follow the last element. */
  #readInput({ inputs }: TaskParts): StepResult {
    return inputs.processNext() === "processed" ? "again" : this.#wait("idle");
  }

  #pollSource({ chain: { source } }: TaskParts): StepResult {
    if (this.#state !== "RUNNING" || this.#isSuspended) return this.#wait("idle");
    const status = source?.emitNext();
    if (status === "NOTHING_AVAILABLE") {
      this.#alarm.setFor(source?.nextAvailableAt() ?? Number.POSITIVE_INFINITY);
      return this.#wait("idle");
    }
    if (status === "END_OF_INPUT") this.endData();
    return "again";
  }

  #wait(wait: TaskWait): StepResult {
    this.load.markWaiting(wait);
    return "wait";
  }

  #goOnEnding(): void {
    if (this.#state === "ENDING" && this.#ending.goOn(this.parts) === "over") this.#end();
  }

  #end(): void {
    this.#state = "FINISHED";
    for (const edge of this.parts.edges) edge.broadcastEvent({ type: "end-of-partition" });
    this.parts.chain.close();
    this.#stopClocks();
    this.#gateway.onFinished(this);
  }

  #stopClocks(): void {
    this.#time.quiesce();
    for (const edge of this.#parts?.edges ?? []) edge.close();
  }

  #host(): TaskHost {
    const { wake, charge, acknowledge, finalCheckpoint } = this.#gateway;
    const { start } = this.plan;
    return {
      events: this.events,
      charge,
      takeSnapshot: (checkpointId) => {
        this.#ending.onSnapshot(checkpointId);
        return this.parts.chain.snapshot(checkpointId);
      },
      acknowledge: (checkpointId, snapshot) => acknowledge(this, checkpointId, snapshot),
      services: {
        processingTimeService: this.#time,
        mail: (read) => this.mail(read),
        wakeUp: () => wake(this),
        activityTime: () => this.load.activityTime(),
        restoredCheckpointId: start.type === "restored" ? start.checkpointId : null,
        finalCheckpoint,
      },
    };
  }
}
