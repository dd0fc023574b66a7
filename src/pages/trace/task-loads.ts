import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { readsFrom, tasksOf } from "./task-graph.ts";

/** How a subtask spent its time, as shares of 1. */
export interface LoadShares {
  readonly busy: number;
  readonly backPressured: number;
  readonly idle: number;
}

/** How a subtask of a task spent its time until the cursor. */
export interface TaskLoad {
  readonly task: string;
  readonly subtask: number;
  readonly shares: LoadShares;
  /** The tasks that it reads from. */
  readonly readsFrom: ReadonlySet<string>;
}

/** From this share on Flink's web interface calls a task back-pressured. */
const BACK_PRESSURED = 0.1;

type Load = keyof LoadShares;

/** What a subtask does, since when, and how long it has done what, in ms. */
interface Clock {
  /** `null` between its end and its next deployment. */
  doing: Load | null;
  since: number;
  readonly spent: Record<Load, number>;
}

/** Returns the load of every subtask, as the records flow; none where the trace tells nothing of it. */
export function taskLoads(past: readonly TracedEvent[]): readonly TaskLoad[] {
  const clocks = new Map<string, Clock>();
  for (const event of past) {
    const place = `${event.operator}/${event.subtask}`;
    const doing = loadOf(event);
    if (doing !== undefined) turn(clocks, place, doing, event.time);
  }
  const now = past.at(-1)?.time ?? 0;
  for (const clock of clocks.values()) spend(clock, now);
  return tasksOf(past).flatMap((task) =>
    task.subtasks.flatMap((subtask): TaskLoad[] => {
      const clock = clocks.get(`${task.name}/${subtask}`);
      if (clock === undefined) return [];
      return [{ task: task.name, subtask, shares: sharesOf(clock), readsFrom: readsFrom(task) }];
    }),
  );
}

/**
 * Returns the bottleneck by the rule that one learns for Flink's web interface: of the subtasks that are not back-pressured
 * but read from a task that is, the busiest. `null` if nobody is back-pressured.
 */
export function culpritOf(loads: readonly TaskLoad[]): TaskLoad | null {
  const pressed = new Set(
    loads.filter(({ shares }) => shares.backPressured >= BACK_PRESSURED).map(({ task }) => task),
  );
  const behind = loads.filter(
    ({ task, readsFrom }) => !pressed.has(task) && [...readsFrom].some((name) => pressed.has(name)),
  );
  return behind.toSorted((one, other) => other.shares.busy - one.shares.busy)[0] ?? null;
}

/** Returns what a task does from an event on, `null` if it has ended; `undefined` for events that change nothing. */
function loadOf({ type }: TracedEvent): Load | null | undefined {
  switch (type) {
    case "deploy":
    case "busy":
      return "busy";
    case "idle":
      return "idle";
    case "blocked":
      return "backPressured";
    case "end":
      return null;
    default:
      return undefined;
  }
}

function turn(clocks: Map<string, Clock>, place: string, doing: Load | null, time: number): void {
  const clock = clocks.get(place) ?? { doing, since: time, spent: { busy: 0, backPressured: 0, idle: 0 } };
  spend(clock, time);
  clock.doing = doing;
  clocks.set(place, clock);
}

function spend(clock: Clock, time: number): void {
  if (clock.doing !== null) clock.spent[clock.doing] += time - clock.since;
  clock.since = time;
}

function sharesOf({ spent, doing }: Clock): LoadShares {
  const all = spent.busy + spent.backPressured + spent.idle;
  if (all === 0) return { busy: 0, backPressured: 0, idle: 0, [doing ?? "idle"]: 1 };
  return { busy: spent.busy / all, backPressured: spent.backPressured / all, idle: spent.idle / all };
}
