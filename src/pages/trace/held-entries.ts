import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { RestorableFacts } from "./restorable-facts.ts";
import type { Level } from "./sparkline.ts";
import { countUpTo, type TraceCursor } from "./trace-cursor.ts";

/** What became of an entry at the step of the cursor. */
export type EntryChange = "added" | "changed" | "removed" | "same";

/** Something that an operator holds: an entry of state or a timer, with what was last said of it. */
export interface HeldEntry<Event> {
  readonly event: Event;
  readonly change: EntryChange;
  /** What took it away at this step; `null` if nothing did, or if it went with a restart. */
  readonly removedBy: Event | null;
}

/** What is held at a cursor, the newest first, and how much was held at each step of the whole trace. */
export interface HeldEntries<Event> {
  readonly entries: readonly HeldEntry<Event>[];
  readonly count: number;
  /** A level for each step at which the number changed; several of one step are the greatest of them. */
  readonly levels: readonly Level[];
}

/** Says what an event does to what is held. */
export interface Holding<Event extends TracedEvent> {
  readonly concerns: (event: TracedEvent) => event is Event;
  /** Tells entries of one operator apart. */
  readonly nameOf: (event: Event) => string;
  readonly removes: (event: Event) => boolean;
}

/** Returns what operators hold at a cursor, restored as they were. */
export function heldEntries<Event extends TracedEvent>(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  holding: Holding<Event>,
): HeldEntries<Event> {
  const [first, count] = [countUpTo(events, { step: cursor.step - 1 }), countUpTo(events, cursor)];
  const reader = new HeldReader(holding);
  for (const event of events.slice(0, first)) reader.read(event);
  const before = reader.all();
  for (const event of events.slice(first, count)) reader.read(event);
  const now = reader.all();
  for (const event of events.slice(count)) reader.read(event);
  const removals = events
    .slice(first, count)
    .filter((event) => holding.concerns(event))
    .filter((event) => holding.removes(event));
  const removedBy = new Map(removals.map((event) => [nameIn(event, holding), event]));
  return { entries: changesOf(before, now, removedBy), count: now.size, levels: reader.levels };
}

/** Reads events one by one, and knows what is held after each. */
class HeldReader<Event extends TracedEvent> {
  readonly levels: Level[] = [];
  readonly #holding: Holding<Event>;
  readonly #facts = new RestorableFacts<Map<string, Event>>({
    begin: () => new Map(),
    copy: (entries) => new Map(entries),
  });

  constructor(holding: Holding<Event>) {
    this.#holding = holding;
  }

  read(event: TracedEvent): void {
    this.#facts.follow(event);
    if (this.#holding.concerns(event)) this.#hold(event);
    else if (event.type !== "restore" && event.type !== "deploy") return;
    this.#note(event.step);
  }

  /** Returns all that is held now, by operator and name, the newest last. */
  all(): ReadonlyMap<string, Event> {
    const all = [...this.#facts.all().values()].flatMap((entries) => [...entries.values()]);
    const inOrder = all.toSorted((one, other) => one.step - other.step);
    return new Map(inOrder.map((event) => [nameIn(event, this.#holding), event]));
  }

  #hold(event: Event): void {
    const entries = this.#facts.at(event);
    const name = this.#holding.nameOf(event);
    // Put anew at the end: the newest is last.
    entries.delete(name);
    if (!this.#holding.removes(event)) entries.set(name, event);
  }

  #note(step: number): void {
    let value = 0;
    for (const entries of this.#facts.all().values()) value += entries.size;
    const last = this.levels.at(-1);
    if (last === undefined) {
      if (value > 0) this.levels.push({ step, value });
    } else if (last.step === step)
      this.levels[this.levels.length - 1] = { step, value: Math.max(last.value, value) };
    else this.levels.push({ step, value });
  }
}

function nameIn<Event extends TracedEvent>(event: Event, { nameOf }: Holding<Event>): string {
  return `${event.operator}/${event.subtask} ${nameOf(event)}`;
}

function changesOf<Event>(
  before: ReadonlyMap<string, Event>,
  now: ReadonlyMap<string, Event>,
  removals: ReadonlyMap<string, Event>,
): readonly HeldEntry<Event>[] {
  const removed = [...before]
    .filter(([name]) => !now.has(name))
    .map(
      ([name, event]): HeldEntry<Event> => ({
        event,
        change: "removed",
        removedBy: removals.get(name) ?? null,
      }),
    );
  const held = [...now].map(([name, event]): HeldEntry<Event> => {
    const old = before.get(name);
    const change = old === undefined ? "added" : old === event ? "same" : "changed";
    return { event, change, removedBy: null };
  });
  return [...removed, ...held.toReversed()];
}
