import type { TracedEvent } from "../../engine/trace/trace-event.ts";

/** How the facts of one instance of an operator begin, and how they are copied when it is snapshotted. */
export interface FactsOfOperator<Facts> {
  readonly begin: () => Facts;
  readonly copy: (facts: Facts) => Facts;
}

/**
 * What is known of each instance of each operator while a trace is read. When its task is deployed anew, its facts begin
 * anew; when it is restored, they are what they were when the snapshot was taken.
 */
export class RestorableFacts<Facts> {
  readonly #rules: FactsOfOperator<Facts>;
  readonly #now = new Map<string, Facts>();
  readonly #snapshots = new Map<string, Facts>();
  readonly #operatorsOf = new Map<string, readonly string[]>();

  constructor(rules: FactsOfOperator<Facts>) {
    this.#rules = rules;
  }

  /** Returns the facts of the instance at which something happened, to be changed. */
  at({ operator, subtask }: Pick<TracedEvent, "operator" | "subtask">): Facts {
    const place = `${operator}/${subtask}`;
    const facts = this.#now.get(place) ?? this.#rules.begin();
    this.#now.set(place, facts);
    return facts;
  }

  /** Returns all facts by instance, `operator/subtask`. */
  all(): ReadonlyMap<string, Facts> {
    return this.#now;
  }

  /** Goes along with deployments, snapshots and restores. */
  follow(event: TracedEvent): void {
    if (event.type === "deploy") this.#deploy(event);
    if (event.type === "snapshot") this.#copy(event, `@${event.checkpointId}`);
    if (event.type === "restore") this.#restore(event, `@${event.checkpointId}`);
  }

  #deploy({ operator, subtask, operators }: Extract<TracedEvent, { readonly type: "deploy" }>): void {
    this.#operatorsOf.set(operator, operators);
    for (const each of operators) this.#now.delete(`${each}/${subtask}`);
  }

  #copy({ operator, subtask }: TracedEvent, id: string): void {
    for (const place of this.#placesOf(operator, subtask)) {
      const facts = this.#now.get(place);
      if (facts !== undefined) this.#snapshots.set(place + id, this.#rules.copy(facts));
    }
  }

  #restore({ operator, subtask }: TracedEvent, id: string): void {
    for (const place of this.#placesOf(operator, subtask)) {
      const facts = this.#snapshots.get(place + id);
      if (facts !== undefined) this.#now.set(place, this.#rules.copy(facts));
    }
  }

  #placesOf(task: string, subtask: number): readonly string[] {
    return (this.#operatorsOf.get(task) ?? [task]).map((operator) => `${operator}/${subtask}`);
  }
}
