import type { WorldClock } from "../world-clock.ts";
import { ClickHouseException } from "./click-house-exception.ts";
import { selectMerge } from "./merge-selector.ts";
import { mergeTreeSettings, type MergeTreeSettings } from "./merge-tree-settings.ts";
import type { Part } from "./part.ts";
import {
  mergedRows,
  type ClickHouseRow,
  type ClickHouseTableDefinition,
  type MergeTreeEngine,
} from "./table-definition.ts";

/**
 * A table of one shard: every insert makes a part for each partition it touches, and in the background parts are merged
 * into larger ones (ClickHouse's MergeTree). Many small inserts make parts faster than merges take them away.
 */
export class MergeTree {
  readonly settings: MergeTreeSettings;
  readonly #clock: WorldClock;
  readonly #definition: ClickHouseTableDefinition;
  readonly #engine: MergeTreeEngine;
  #parts: readonly Part[] = [];
  #blocks = 0;
  #merges = 0;
  #peakParts = 0;
  #isMerging = false;

  constructor(clock: WorldClock, definition: ClickHouseTableDefinition) {
    this.settings = mergeTreeSettings(definition.settings);
    this.#clock = clock;
    this.#definition = definition;
    this.#engine = definition.engine ?? { type: "MergeTree" };
  }

  /** The active parts. */
  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** The most parts that were ever active. */
  get peakParts(): number {
    return this.#peakParts;
  }

  /** How many merges have ended. */
  get merges(): number {
    return this.#merges;
  }

  /** Returns the rows: as they lie in the parts, or merged for this one query (`FINAL`). */
  rows(reading: "as-stored" | "FINAL"): readonly ClickHouseRow[] {
    const stored = this.#parts
      .toSorted((one, other) => one.minBlock - other.minBlock)
      .flatMap(({ rows }) => rows);
    return reading === "FINAL" ? mergedRows(stored, this.#engine) : stored;
  }

  /** Writes rows. Waits if there are many parts already. Throws TOO_MANY_PARTS. */
  insert(rows: readonly ClickHouseRow[]): void {
    const byPartition = Map.groupBy(rows, this.#definition.partitionBy ?? (() => "all"));
    for (const partition of byPartition.keys()) this.#delayOrThrow(partition);
    for (const [partition, block] of byPartition) this.#addPart(partition, block);
    this.#peakParts = Math.max(this.#peakParts, this.#parts.length);
    this.#mergeInBackground();
  }

  #addPart(partition: string, rows: readonly ClickHouseRow[]): void {
    this.#blocks += 1;
    const part: Part = { partition, minBlock: this.#blocks, maxBlock: this.#blocks, level: 0, rows };
    this.#parts = [...this.#parts, { ...part, rows: mergedRows(rows, this.#engine) }];
  }

  #delayOrThrow(partition: string): void {
    const { partsToDelayInsert, partsToThrowInsert, maxDelayToInsert, minDelayToInsert } = this.settings;
    const count = this.#parts.filter((part) => part.partition === partition).length;
    if (count >= partsToThrowInsert) {
      throw new ClickHouseException(
        "TOO_MANY_PARTS",
        `Too many parts (${count}). Merges are processing significantly slower than inserts.`,
      );
    }
    const excess = count - partsToDelayInsert + 1;
    if (excess <= 0) return;
    const delay = (maxDelayToInsert * excess) / (partsToThrowInsert - partsToDelayInsert);
    this.#clock.spend(Math.max(minDelayToInsert, delay));
  }

  /** Merges what is worth it, one merge after another. */
  #mergeInBackground(): void {
    if (this.#isMerging) return;
    const merged = selectMerge(this.#parts, this.settings.partsPerMerge);
    if (merged.length === 0) return;
    this.#isMerging = true;
    const rows = merged.reduce((total, part) => total + part.rows.length, 0);
    const duration = this.settings.mergeTime + rows * this.settings.mergeTimePerRow;
    this.#clock.scheduleInBackground(this.#clock.now() + duration, () => this.#finishMerge(merged));
  }

  #finishMerge(merged: readonly Part[]): void {
    const [first] = merged;
    const last = merged.at(-1);
    if (first === undefined || last === undefined) return;
    const rows = mergedRows(
      merged.flatMap((part) => part.rows),
      this.#engine,
    );
    const whole: Part = { ...first, maxBlock: last.maxBlock, level: first.level + 1, rows };
    this.#parts = [...this.#parts.filter((part) => !merged.includes(part)), whole];
    this.#merges += 1;
    this.#isMerging = false;
    this.#mergeInBackground();
  }
}
