import { LONG_MIN } from "../java/long.ts";

/** A source whose readers are held together with those of the other sources of its group. */
export interface AlignedSource {
  readonly name: string;
  readonly group: string;
  /** How far a reader may be ahead of the slowest one of the group, ms. */
  readonly maxDrift: number;
}

/** Up to where readers may go: by source and reader, a watermark in ms. */
export type Announcement = ReadonlyMap<string, ReadonlyMap<number, number>>;

/**
 * Combines what the readers of some sources report, and tells them how far they may go (watermark alignment as in
 * Flink's `SourceCoordinator`).
 */
export class AlignmentCoordinator {
  readonly #sources: readonly AlignedSource[];
  /** The watermarks that were reported, by source and reader. */
  readonly #reported: ReadonlyMap<string, Map<number, number>>;

  constructor(sources: readonly AlignedSource[]) {
    this.#sources = sources;
    this.#reported = new Map(sources.map(({ name }) => [name, new Map<number, number>()]));
  }

  /** Takes the watermark of a reader, in ms; idle and finished readers report `LONG_MAX`. */
  handleReportedWatermark(source: string, reader: number, watermark: number): void {
    this.#readersOf(source).set(reader, watermark);
  }

  /**
   * Returns what each source tells its readers: the smallest watermark of its group and its own drift. A reader
   * that has not reported yet is told nothing.
   */
  announceCombinedWatermark(): Announcement {
    return new Map(this.#sources.map((source) => [source.name, this.#announceTo(source)]));
  }

  #announceTo({ name, group, maxDrift }: AlignedSource): ReadonlyMap<number, number> {
    const maxAllowedWatermark = this.#combinedWatermarkOf(group) + maxDrift;
    return new Map([...this.#readersOf(name).keys()].map((reader) => [reader, maxAllowedWatermark]));
  }

  #combinedWatermarkOf(group: string): number {
    const sources = this.#sources.filter((source) => source.group === group);
    const watermarks = sources.flatMap(({ name }) => [...this.#readersOf(name).values()]);
    return watermarks.length === 0 ? LONG_MIN : Math.min(...watermarks);
  }

  #readersOf(source: string): Map<number, number> {
    const readers = this.#reported.get(source);
    if (readers === undefined) throw new RangeError(`there is no source ${source}`);
    return readers;
  }
}
