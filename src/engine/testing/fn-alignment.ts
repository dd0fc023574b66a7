import { LONG_MIN } from "../java/long.ts";
import { AlignmentCoordinator, type Announcement } from "../time/alignment-coordinator.ts";
import { AlignmentReader, DEFAULT_WATERMARK_BUFFER_SIZE } from "../time/alignment-reader.ts";
import { asObject, numberField, objectField, objectsField, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";
import { encodeTimes } from "./times.ts";

/** Plays `alignmentGroup`: up to where the readers of some sources may go, at each announcement. */
export function runAlignmentGroup(pipeline: JsonObject): Json {
  const sources = Object.entries(objectField(pipeline, "sources")).map(([name, source]) => {
    const options = asObject(source);
    return { name, group: textField(options, "group", "default"), maxDrift: numberField(options, "drift") };
  });
  const coordinator = new AlignmentCoordinator(sources);
  const announcements: Json[] = [];
  for (const event of objectsField(pipeline, "events")) {
    if ("announce" in event) {
      announcements.push(describe(coordinator.announceCombinedWatermark()));
    } else {
      const [reader, watermark] = [numberField(event, "reader"), numberField(event, "wm")];
      coordinator.handleReportedWatermark(textField(event, "source"), reader, watermark);
    }
  }
  return announcements;
}

function describe(announcement: Announcement): Json {
  const sources = [...announcement].map(([source, readers]) => [source, Object.fromEntries(readers)]);
  return encodeTimes(Object.fromEntries(sources));
}

/** Time between two watermarks of the reader that is played, ms. */
const WATERMARK_INTERVAL = 100;

/** Plays `alignmentReader`: a reader with monotonous timestamps that takes records, watermarks and announcements. */
export function runAlignmentReader(pipeline: JsonObject): Json {
  const bufferSize = numberField(pipeline, "buffer", DEFAULT_WATERMARK_BUFFER_SIZE);
  const played = new PlayedReader(bufferSize, numberField(pipeline, "interval", 1000));
  return encodeTimes(objectsField(pipeline, "events").map((event) => played.play(event)));
}

class PlayedReader {
  readonly #reader: AlignmentReader;
  readonly #interval: number;
  readonly #records: number[] = [];
  #nextSample: number;
  #nextWatermark = WATERMARK_INTERVAL;
  #maxTimestamp = LONG_MIN;
  #watermark = LONG_MIN;
  #out: Json[] = [];
  #reported: Json[] = [];

  constructor(bufferSize: number, interval: number) {
    this.#reader = new AlignmentReader(bufferSize);
    this.#interval = interval;
    this.#nextSample = interval;
  }

  play(event: JsonObject): JsonObject {
    this.#out = [];
    this.#reported = [];
    if ("ts" in event) this.#records.push(numberField(event, "ts"));
    if ("allowed" in event) this.#reader.updateMaxDesiredWatermark(numberField(event, "allowed"));
    if ("pt" in event) this.#setCurrentTime(numberField(event, "pt"));
    this.#takeRecords();
    return { out: this.#out, reported: this.#reported, waiting: this.#reader.isWaiting };
  }

  #setCurrentTime(now: number): void {
    while (Math.min(this.#nextSample, this.#nextWatermark) <= now) {
      if (this.#nextSample <= this.#nextWatermark) this.#sample();
      else this.#emitWatermark();
    }
  }

  #sample(): void {
    this.#nextSample += this.#interval;
    const reported = this.#reader.sampleLatestWatermark();
    if (reported !== null) this.#reported.push(reported);
  }

  #emitWatermark(): void {
    this.#nextWatermark += WATERMARK_INTERVAL;
    const watermark = this.#maxTimestamp - 1;
    if (watermark <= this.#watermark) return;
    this.#watermark = watermark;
    this.#reader.updateCurrentEffectiveWatermark(watermark);
    this.#out.push({ wm: watermark });
  }

  #takeRecords(): void {
    while (!this.#reader.isWaiting) {
      const timestamp = this.#records.shift();
      if (timestamp === undefined) return;
      this.#maxTimestamp = Math.max(this.#maxTimestamp, timestamp);
      this.#out.push({ ts: timestamp });
    }
  }
}
