import type { EventId } from "./event-id.ts";
import { deviceOf, numberOf } from "./event-id.ts";
import type { HistoryEvent, Retracted } from "./event.ts";

/** What to retract, and the learner's action that this takes away or brings back. */
export interface UndoTarget {
  readonly retract: EventId;
  readonly action: HistoryEvent;
}

/**
 * Returns what an undo on `device` has to retract: the last action done there that counts; `null` if there is none.
 * What other devices did is not this one's to take back. `events` is the whole journal, in any order.
 */
export function undoTarget(events: readonly HistoryEvent[], device: string): UndoTarget | null {
  const action = actionsOn(events, device).done.at(-1);
  return action === undefined ? null : { retract: action.id, action };
}

/**
 * Returns what a redo on `device` has to retract: the last undo, unless something was done since; `null` if there is
 * none.
 */
export function redoTarget(events: readonly HistoryEvent[], device: string): UndoTarget | null {
  return actionsOn(events, device).undone.at(-1) ?? null;
}

/** The actions of a device: those that count, and those undone since the last one was done; each with the latest last. */
interface Actions {
  readonly done: HistoryEvent[];
  readonly undone: UndoTarget[];
}

function actionsOn(events: readonly HistoryEvent[], device: string): Actions {
  const actions: Actions = { done: [], undone: [] };
  const own = events.filter(({ id }) => deviceOf(id) === device);
  for (const event of own.sort((a, b) => numberOf(a.id) - numberOf(b.id))) {
    if (event.type === "retracted") retract(actions, event.id, event);
    else if (isAction(event)) {
      actions.done.push(event);
      actions.undone.length = 0;
    }
  }
  return actions;
}

function retract({ done, undone }: Actions, retraction: EventId, { event }: Retracted): void {
  const acted = done.findLastIndex(({ id }) => id === event);
  const [action] = acted === -1 ? [] : done.splice(acted, 1);
  if (action !== undefined) undone.push({ retract: retraction, action });
  const taken = undone.findLastIndex((target) => target.retract === event);
  const [redone] = taken === -1 ? [] : undone.splice(taken, 1);
  if (redone !== undefined) done.push(redone.action);
}

/** Tells whether an event is something that the learner did to a card here. What the program noted or fetched by itself isn't. */
function isAction(event: HistoryEvent): boolean {
  if ("origin" in event || (event.type === "card-rated" && event.source === "import")) return false;
  return !["card-seen", "card-renamed", "parameters-set", "notes-exported"].includes(event.type);
}
