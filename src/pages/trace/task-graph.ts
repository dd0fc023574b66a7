import type { TracedEvent, TracedSubtask } from "../../engine/trace/trace-event.ts";

/** A task of a job as its trace tells: its chain, and from whom each of its subtasks reads. */
export interface TracedTask {
  readonly name: string;
  readonly operators: readonly string[];
  readonly subtasks: readonly number[];
  /** The senders of the channels of each subtask, by their numbers. */
  readonly producers: ReadonlyMap<number, readonly TracedSubtask[]>;
}

/** Returns the tasks of a job, each behind those that it reads from. */
export function tasksOf(events: readonly TracedEvent[]): readonly TracedTask[] {
  const tasks = new Map<
    string,
    { operators: readonly string[]; producers: Map<number, readonly TracedSubtask[]> }
  >();
  for (const event of events) {
    if (event.type !== "deploy") continue;
    const task = tasks.get(event.operator) ?? { operators: event.operators, producers: new Map() };
    task.producers.set(event.subtask, event.producers);
    tasks.set(event.operator, task);
  }
  const all = [...tasks].map(([name, { operators, producers }]): TracedTask => {
    const subtasks = [...producers.keys()].toSorted((one, other) => one - other);
    return { name, operators, subtasks, producers };
  });
  return inFlowOrder(all);
}

/** Returns the names of the tasks that a task reads from. */
export function readsFrom({ producers }: TracedTask): ReadonlySet<string> {
  return new Set([...producers.values()].flatMap((senders) => senders.map(({ task }) => task)));
}

/** Returns the task that an operator runs in, by either name; `null` if the trace doesn't tell. */
export function taskOf(tasks: readonly TracedTask[], operator: string): TracedTask | null {
  return tasks.find(({ name, operators }) => name === operator || operators.includes(operator)) ?? null;
}

function inFlowOrder(tasks: readonly TracedTask[]): readonly TracedTask[] {
  const placed: TracedTask[] = [];
  let waiting = [...tasks];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const free = waiting.filter(
      (task) => ![...readsFrom(task)].some((name) => name !== task.name && names.has(name)),
    );
    // A trace that was cut may show a ring: then the order of deployment has to do.
    const next = free.length === 0 ? waiting : free;
    placed.push(...next);
    waiting = waiting.filter((task) => !next.includes(task));
  }
  return placed;
}
