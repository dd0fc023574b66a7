import { startSession, type Session } from "../review/session.ts";
import type { Context } from "./context.ts";
import { loadedDeck } from "./decks.ts";
import type { Lines } from "./lines.ts";
import { createPlainPrinter, type PlainPrinter } from "./plain-printer.ts";
import { openSitting, type OpenSitting } from "./sitting.ts";

/** What a review in lines works with: the history is open while cards are asked, and closed while a job is mended. */
export class PlainDesk {
  readonly context: Context;
  readonly lines: Lines;
  #sitting: OpenSitting;
  #printer: PlainPrinter;
  #state: "open" | "closed" = "open";

  /** Has the lines of the input and the history closed in the end. */
  constructor(context: Context, lines: Lines, sitting: OpenSitting) {
    this.context = context;
    this.lines = lines;
    this.#sitting = sitting;
    this.#printer = createPlainPrinter(context, sitting);
  }

  get sitting(): OpenSitting {
    return this.#sitting;
  }

  get printer(): PlainPrinter {
    return this.#printer;
  }

  /** Has something else write the history meanwhile; returns the session as it goes on then, with what was answered before. */
  async closedFor(run: () => Promise<void>, { answers, undone }: Session): Promise<Session> {
    this.#closeSitting();
    await run();
    this.#sitting = await sittingNow(this.context);
    this.#state = "open";
    this.#printer = createPlainPrinter(this.context, this.#sitting);
    return { ...startSession(this.#sitting.start), answers, undone };
  }

  close(): void {
    this.lines.close();
    this.#closeSitting();
  }

  #closeSitting(): void {
    if (this.#state === "open") this.#sitting.close();
    this.#state = "closed";
  }
}

/** Reads the notes and opens the history. Throws the Failures `deck-missing` and those of `openSitting`. */
export async function sittingNow(context: Context): Promise<OpenSitting> {
  return await openSitting(context, await loadedDeck(context), 0, context.lang);
}
