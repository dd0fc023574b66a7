import type { EventId } from "../history/event-id.ts";
import type { HistoryEvent } from "../history/event.ts";
import type { Progress } from "../history/progress.ts";
import { replay, resume } from "../history/replay.ts";
import { revise } from "../history/revise.ts";
import { findEvents } from "./find-events.ts";
import { readJournal } from "./journal-part.ts";
import type { Journals } from "./journals.ts";
import { eachOnce } from "./journals.ts";
import type { StoreWarning } from "./store-warning.ts";
import { warningsOf } from "./store-warning.ts";

/** What has happened so far, as the disk has it. */
export interface StoredHistory {
  /** Returns what follows from everything that happened. */
  readonly progress: () => Progress;
  /** Returns every event of every device, in no particular order; the first call reads the journals whole. */
  readonly events: () => readonly HistoryEvent[];
  /** Returns the events that have these ids; understands no others. */
  readonly find: (ids: ReadonlySet<EventId>) => ReadonlyMap<EventId, HistoryEvent>;
  /** Returns another text whenever something has happened. */
  readonly state: () => string;
  /** Returns what was found wrong and got over; nothing that was acknowledged is lost by any of it. */
  readonly warnings: () => readonly StoreWarning[];
}

/** A history that goes on while it is open. */
export interface OpenHistory extends StoredHistory {
  /** Takes in events that are on disk by now. What follows from them is worked out when it is asked for. */
  readonly add: (events: readonly HistoryEvent[]) => void;
}

/** Opens the history that the journals hold. */
export function openHistory(journals: Journals): OpenHistory {
  let { progress } = journals;
  const added: HistoryEvent[] = [];
  let counted = 0;
  let read: readonly HistoryEvent[] | null = null;
  const events = (): readonly HistoryEvent[] => {
    read ??= wholeEvents(journals);
    return [...read, ...added];
  };
  return {
    events,
    find: (ids) => {
      const found = read === null ? foundIn(journals, ids) : read;
      const wanted = [...found, ...added].filter(({ id }) => ids.has(id));
      return new Map(wanted.map((event) => [event.id, event]));
    },
    progress: () => {
      if (counted < added.length) progress = goOn(progress, added.slice(counted), events);
      counted = added.length;
      return progress;
    },
    state: () => `${stateOf(journals)} ${added.length}`,
    warnings: () => warningsOf(journals),
    add: (more) => {
      for (const event of more) added.push(event);
    },
  };
}

/** Returns how far the journals go. They only ever grow. */
function stateOf({ parts, progress: { head } }: Journals): string {
  return JSON.stringify([head, parts.map(({ file, end }) => [file, end])]);
}

/** Returns the events that were read when the journals were opened, and those before them that have the ids. */
function foundIn({ parts }: Journals, ids: ReadonlySet<EventId>): readonly HistoryEvent[] {
  return parts.flatMap(({ file, start, events }) => [...findEvents(file, start, ids), ...events]);
}

function wholeEvents({ parts }: Journals): readonly HistoryEvent[] {
  return eachOnce(
    parts.flatMap((part) => (part.start === 0 ? part.events : readJournal(part.file, 0, part.end).events)),
  );
}

/** Returns what follows when `news` has happened after `progress`; `events` gives everything, the news included. */
function goOn(
  progress: Progress,
  news: readonly HistoryEvent[],
  events: () => readonly HistoryEvent[],
): Progress {
  const [first, ...others] = news;
  if (first?.type === "retracted" && others.length === 0) return revise(progress, events(), first);
  const resumption = resume(progress, news);
  return resumption.kind === "resumed" ? resumption.progress : replay(events());
}
