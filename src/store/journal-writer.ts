import { closeSync, fdatasyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

import { Failure } from "../base/failure.ts";
import { eventIdOf } from "../history/event-id.ts";
import type { EventDraft, HistoryEvent } from "../history/event.ts";
import { eventOf } from "../history/event.ts";
import { lineOf, parseEvent } from "../history/parse-event.ts";
import type { JournalReach } from "./journal-head.ts";
import type { JournalPart } from "./journal-part.ts";
import { syncFolder } from "./sync-folder.ts";
import { codeOf, reasonOf } from "./system-error.ts";

/** The journal of this device, open for writing. It only grows: what it holds is never changed. */
export class JournalWriter {
  readonly #device: string;
  readonly #part: JournalPart;
  readonly #descriptor: number;
  /** Where the last acknowledged line ends, in bytes. */
  #end: number;
  #lastNumber: number;
  /** What has to come before the next line: the line feed that the last one misses, or nothing. */
  #gap: string;
  /** `unsure` = something that was never acknowledged may stand behind `#end`. */
  #tail: "clean" | "unsure" = "unsure";

  /** Goes on where `part` of the device's journal ends, after its event `lastNumber`; a torn line goes with the first write. */
  constructor(device: string, lastNumber: number, part: JournalPart) {
    this.#device = device;
    this.#lastNumber = lastNumber;
    this.#part = part;
    this.#end = part.end;
    this.#gap = part.ending === "open" ? "\n" : "";
    this.#descriptor = openSync(part.file, "a");
    syncFolder(dirname(part.file));
  }

  /** How far the journal has been acknowledged. */
  get reach(): JournalReach {
    const { file, lastNumbers } = this.#part;
    return { file, end: this.#end, lastNumbers: new Map([...lastNumbers, [this.#device, this.#lastNumber]]) };
  }

  /** Numbers events and puts them on disk: all of them, or none. Throws the Failure `journal-write`; the next call may succeed. */
  append(drafts: readonly EventDraft[]): readonly HistoryEvent[] {
    const next = this.#lastNumber + 1;
    const events = drafts.map((draft, index) => eventOf(draft, eventIdOf(this.#device, next + index)));
    this.#put(events);
    this.#lastNumber += events.length;
    return events;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #put(events: readonly HistoryEvent[]): void {
    if (events.length === 0) return;
    try {
      this.#cutTail();
      this.#write(events);
    } catch (error) {
      if (codeOf(error) === "") throw error;
      const facts = { file: this.#part.file, reason: reasonOf(error) };
      throw new Failure({ code: "journal-write", data: facts }, error);
    }
    this.#gap = "";
  }

  #write(events: readonly HistoryEvent[]): void {
    this.#tail = "unsure";
    let end = this.#end;
    try {
      for (const lines of linesOf(events)) {
        const bytes = Buffer.from(end === this.#end ? this.#gap + lines : lines);
        writeWhole(this.#descriptor, bytes);
        end += bytes.length;
      }
      fdatasyncSync(this.#descriptor);
    } catch (error) {
      this.#cutTail();
      throw error;
    }
    this.#end = end;
    this.#tail = "clean";
  }

  #cutTail(): void {
    if (this.#tail === "clean") return;
    ftruncateSync(this.#descriptor, this.#end);
    fdatasyncSync(this.#descriptor);
    this.#tail = "clean";
  }
}

/** So many lines are written at once: as one text, those of a whole import would be in memory several times. */
const LINES_AT_ONCE = 1000;

function* linesOf(events: readonly HistoryEvent[]): Generator<string> {
  for (let from = 0; from < events.length; from += LINES_AT_ONCE) {
    const some = events.slice(from, from + LINES_AT_ONCE);
    yield some.map((event) => `${readableLineOf(event)}\n`).join("");
  }
}

// Whatever could be written and not be read again would be lost although it was acknowledged.
function readableLineOf(event: HistoryEvent): string {
  const line = lineOf(event);
  if (parseEvent(line).kind !== "event") throw new Error(`no event: ${line}`);
  return line;
}

// A disk that is nearly full takes a part, and refuses only when it is given the rest.
function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(descriptor, bytes, written);
  }
}
