import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { KafkaCluster } from "../../../../src/engine/world/kafka/kafka-cluster.ts";
import { KafkaException } from "../../../../src/engine/world/kafka/kafka-exception.ts";
import { KafkaProducer } from "../../../../src/engine/world/kafka/kafka-producer.ts";
import type { TestClock } from "../test-clock.ts";
import { aCluster, TOPIC, valuesIn } from "./builders.ts";

type Step =
  | { readonly type: "take-over" | "begin" | "send" | "commit" | "abort"; readonly id: "a" | "b" }
  | { readonly type: "send-plain" }
  | { readonly type: "wait"; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constantFrom("take-over", "begin", "send", "send", "commit", "abort"),
    id: fc.constantFrom("a", "b"),
  }),
  fc.constant({ type: "send-plain" } as const),
  fc.record({ type: fc.constant("wait" as const), ms: fc.constantFrom(1000, 30_000, 80_000) }),
);

/** Producers that do what random steps say, all their generations, and what became of each record. */
class Experiment {
  readonly committed = new Set<number>();
  readonly refused: string[] = [];
  readonly #kafka: KafkaCluster;
  readonly #clock: TestClock;
  readonly #producers = new Map<string, KafkaProducer>();
  readonly #sent = new Map<KafkaProducer, number[]>();
  #values = 0;

  constructor(kafka: KafkaCluster, clock: TestClock) {
    this.#kafka = kafka;
    this.#clock = clock;
  }

  get sent(): number {
    return this.#values;
  }

  play(step: Step): void {
    if (step.type === "wait") return this.#clock.advanceBy(step.ms);
    if (step.type === "send-plain") return this.#sendPlain();
    try {
      this.#act(step.type, step.id);
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure;
      this.refused.push(failure.name);
    }
  }

  #act(type: "take-over" | "begin" | "send" | "commit" | "abort", id: string): void {
    const known = this.#producers.get(id);
    const producer = known === undefined || type === "take-over" ? this.#takeOver(id) : known;
    const sent = this.#sent.get(producer) ?? [];
    if (type === "begin") producer.beginTransaction();
    if (type === "send") sent.push(this.#send(producer));
    if (type === "abort") producer.abortTransaction();
    if (type === "commit") {
      producer.commitTransaction();
      for (const value of sent) this.committed.add(value);
    }
    this.#sent.set(producer, type === "send" ? sent : []);
  }

  #takeOver(id: string): KafkaProducer {
    const producer = new KafkaProducer(this.#kafka, { transactionalId: id });
    producer.initTransactions();
    this.#producers.set(id, producer);
    return producer;
  }

  #send(producer: KafkaProducer): number {
    producer.send({ topic: TOPIC, value: this.#values });
    this.#values += 1;
    return this.#values - 1;
  }

  #sendPlain(): void {
    this.committed.add(this.#send(new KafkaProducer(this.#kafka)));
  }
}

describe("read_committed", () => {
  test("shows what was committed and nothing else, and never takes anything back", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { kafka, clock } = aCluster();
        const experiment = new Experiment(kafka, clock);
        const readings = steps.map((one) => {
          experiment.play(one);
          return valuesIn(kafka, "read_committed");
        });
        clock.advanceBy(100_000);
        const final = valuesIn(kafka, "read_committed");
        expect(final).toEqual([...experiment.committed].toSorted((one, other) => one - other));
        for (const reading of readings) expect(reading).toEqual(final.slice(0, reading.length));
        expect(valuesIn(kafka, "read_uncommitted")).toHaveLength(experiment.sent);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a producer whose transactional id was taken over", () => {
  test("cannot commit, whatever it did before", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.nat({ max: 3 }), (steps, records) => {
        const { kafka, clock } = aCluster();
        const experiment = new Experiment(kafka, clock);
        for (const one of steps) experiment.play(one);
        const old = new KafkaProducer(kafka, { transactionalId: "a" });
        old.initTransactions();
        old.beginTransaction();
        for (let value = 0; value <= records; value += 1) old.send({ topic: TOPIC, value: `old-${value}` });
        new KafkaProducer(kafka, { transactionalId: "a" }).initTransactions();
        expect(() => old.commitTransaction()).toThrow(KafkaException);
        clock.advanceBy(100_000);
        expect(valuesIn(kafka, "read_committed").filter((value) => String(value).startsWith("old"))).toEqual(
          [],
        );
      }),
    );
  });
});
