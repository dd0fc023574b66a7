declare const eventId: unique symbol;

/** The name of an event: `<device>:<number>`, the numbers of a device counting up from 1. */
export type EventId = string & { readonly [eventId]: true };

const EVENT_ID = /^[^\s:]+:[1-9]\d*$/u;

/** Tells whether a value is the id of an event. */
export function isEventId(value: unknown): value is EventId {
  return typeof value === "string" && EVENT_ID.test(value);
}

/** Returns the id of a device's event. */
export function eventIdOf(device: string, number: number): EventId {
  const id: string = `${device}:${number}`;
  if (!isEventId(id)) throw new Error(`no event id: ${id}`);
  return id;
}

/** Returns the device on which an event happened. */
export function deviceOf(id: EventId): string {
  return id.slice(0, id.lastIndexOf(":"));
}

/** Returns the number of an event on its device. */
export function numberOf(id: EventId): number {
  return Number(id.slice(id.lastIndexOf(":") + 1));
}
