import { slotsNeeded, type SlotSharingGroupRequest } from "./slot-request.ts";

/** A slot of a TaskManager, and whose it is. */
export interface Slot {
  readonly taskManager: string;
  readonly index: number;
  /** The job and the slot sharing group that use it; `null` if it is free. */
  readonly usedBy: { readonly jobId: string; readonly group: string } | null;
}

/** Says that a job cannot run for lack of slots (Flink's class of the same name). */
export class NoResourceAvailableException extends Error {
  override readonly name = "NoResourceAvailableException";
  readonly required: number;
  readonly available: number;

  constructor(required: number, available: number) {
    super(`Could not acquire the minimum required resources: required ${required}, available ${available}.`);
    this.required = required;
    this.available = available;
  }
}

/**
 * Which TaskManager is filled next: the first that has a slot (`taskmanager.load-balance.mode: NONE`), or the one with
 * the smallest share of used slots (`SLOTS`, before 2.0 `cluster.evenly-spread-out-slots`).
 */
export type SlotPlacement = "NONE" | "SLOTS";

/** The slots of the TaskManagers of one cluster. */
export class SlotPool {
  readonly #placement: SlotPlacement;
  #slots: Slot[] = [];

  constructor(placement: SlotPlacement = "NONE") {
    this.#placement = placement;
  }

  slots(): readonly Slot[] {
    return this.#slots;
  }

  freeSlots(): readonly Slot[] {
    return this.#slots.filter(({ usedBy }) => usedBy === null);
  }

  /** Adds a TaskManager with `taskmanager.numberOfTaskSlots` slots. */
  register(taskManager: string, numberOfTaskSlots: number): void {
    const slots = Array.from({ length: numberOfTaskSlots }, (_, index) => ({
      taskManager,
      index,
      usedBy: null,
    }));
    this.#slots.push(...slots);
  }

  /** Takes a lost TaskManager out, and returns the jobs that had slots there. */
  unregister(taskManager: string): readonly string[] {
    const lost = this.#slots.filter((slot) => slot.taskManager === taskManager);
    this.#slots = this.#slots.filter((slot) => slot.taskManager !== taskManager);
    return [...new Set(lost.flatMap(({ usedBy }) => (usedBy === null ? [] : [usedBy.jobId])))];
  }

  /** Gives a job all the slots it needs, or none. Throws a `NoResourceAvailableException`. */
  allocate(jobId: string, groups: readonly SlotSharingGroupRequest[]): readonly Slot[] {
    const required = slotsNeeded(groups);
    const available = this.freeSlots().length;
    if (required > available) throw new NoResourceAvailableException(required, available);
    return groups.flatMap((group) =>
      Array.from({ length: slotsNeeded([group]) }, () => this.#take({ jobId, group: group.name })),
    );
  }

  /** Gives the slots of a job back. */
  release(jobId: string): void {
    this.#slots = this.#slots.map((slot) =>
      slot.usedBy?.jobId === jobId ? { ...slot, usedBy: null } : slot,
    );
  }

  #take(usedBy: { readonly jobId: string; readonly group: string }): Slot {
    const chosen = this.#choose();
    const taken: Slot = { ...chosen, usedBy };
    this.#slots[this.#slots.indexOf(chosen)] = taken;
    return taken;
  }

  #choose(): Slot {
    const free = this.freeSlots();
    const order =
      this.#placement === "NONE"
        ? free
        : free.toSorted(
            (one, other) => this.#usedShare(one.taskManager) - this.#usedShare(other.taskManager),
          );
    const [chosen] = order;
    if (chosen === undefined) throw new NoResourceAvailableException(1, 0);
    return chosen;
  }

  #usedShare(taskManager: string): number {
    const slots = this.#slots.filter((slot) => slot.taskManager === taskManager);
    return slots.filter(({ usedBy }) => usedBy !== null).length / slots.length;
  }
}
