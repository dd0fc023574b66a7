import type { KeyHashing } from "../../state/key-hashing.ts";
import type { ChainedOperator } from "../task/chained-operator.ts";
import type { KeyGroupReport, OperatorReport, StatePeaks } from "./metrics-report.ts";
import { OperatorMeter } from "./operator-meter.ts";
import { SummedGauge } from "./summed-gauge.ts";
import { skewOf } from "./task-report.ts";

/** The metrics of one operator over all its instances and their attempts. */
export class OperatorMetrics {
  readonly entries = new SummedGauge();
  readonly bytes = new SummedGauge();
  readonly timers = new SummedGauge();
  readonly #meters = new Map<number, OperatorMeter>();
  readonly #lateRecords = new Map<ChainedOperator, number>();
  #hashing: KeyHashing | null = null;

  /** Returns what counts the records of an instance. */
  meterOf(subtask: number): OperatorMeter {
    const known = this.#meters.get(subtask);
    if (known !== undefined) return known;
    const meter = new OperatorMeter();
    this.#meters.set(subtask, meter);
    return meter;
  }

  /** Looks at an instance after a step. */
  sample(subtask: number, operator: ChainedOperator): void {
    const { keyedStateBackend, timeServiceManager, numLateRecordsDropped } = operator.environment;
    this.#hashing = keyedStateBackend.hashing;
    this.entries.set(subtask, keyedStateBackend.numKeyValueStateEntries());
    this.bytes.set(subtask, keyedStateBackend.sizeInBytes());
    this.timers.set(
      subtask,
      timeServiceManager.numEventTimeTimers() + timeServiceManager.numProcessingTimeTimers(),
    );
    const late = numLateRecordsDropped.getCount();
    if (late > 0) this.#lateRecords.set(operator, late);
  }

  report(name: string, task: string, parallelism: number): OperatorReport {
    const meters = Array.from({ length: parallelism }, (_, subtask) => this.meterOf(subtask));
    const sum = (counter: "numRecordsIn" | "numRecordsOut") =>
      meters.reduce((total, meter) => total + meter[counter], 0);
    return {
      name,
      task,
      parallelism,
      numRecordsIn: sum("numRecordsIn"),
      numRecordsOut: sum("numRecordsOut"),
      numLateRecordsDropped: [...this.#lateRecords.values()].reduce((total, late) => total + late, 0),
      skew: skewOf(meters.map(({ numRecordsIn }) => numRecordsIn)),
      ...peaksOf(this, (gauge) => [gauge.sum, gauge.peak]),
      keyGroups: meters.flatMap((meter, subtask) => this.#keyGroups(meter, subtask)),
      instances: meters.map(({ numRecordsIn, numRecordsOut, currentInputWatermark }, subtask) => ({
        subtask,
        numRecordsIn,
        numRecordsOut,
        currentInputWatermark,
        ...peaksOf(this, (gauge) => [gauge.of(subtask), gauge.peakOf(subtask)]),
      })),
    };
  }

  #keyGroups({ recordsByKey }: OperatorMeter, subtask: number): readonly KeyGroupReport[] {
    const hashing = this.#hashing;
    if (hashing === null) return [];
    const groups = Map.groupBy(recordsByKey, ([key]) => hashing.keyGroup(key));
    return [...groups]
      .map(([keyGroup, keys]) => ({
        keyGroup,
        subtask,
        keys: keys.length,
        records: keys.reduce((total, [, records]) => total + records, 0),
      }))
      .toSorted((one, other) => one.keyGroup - other.keyGroup);
  }
}

/** Returns what there is and the most that there has been, as `read` finds both in a gauge. */
export function peaksOf(
  { entries, bytes, timers }: Pick<OperatorMetrics, "entries" | "bytes" | "timers">,
  read: (gauge: SummedGauge) => readonly [now: number, peak: number],
): StatePeaks {
  const [stateEntries, maxStateEntries] = read(entries);
  const [stateBytes, maxStateBytes] = read(bytes);
  const [timersNow, maxTimers] = read(timers);
  return { stateEntries, maxStateEntries, stateBytes, maxStateBytes, timers: timersNow, maxTimers };
}
