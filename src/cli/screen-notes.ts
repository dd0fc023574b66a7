import type { Lang } from "../base/lang.ts";
import type { HomeFacts } from "../pages/home-page.ts";
import { identifyDeck, type IdentifiedDeck } from "../store/identify-deck.ts";
import type { LoadedDeck } from "../store/load-deck.ts";
import { readHistory } from "../store/store.ts";
import { watchNotes, type NotesWatch } from "../store/watch-notes.ts";
import type { NotesReport } from "../tui/app-state.ts";
import { deckPaths, type Context } from "./context.ts";
import { loadedDeck, reloadedDeck } from "./decks.ts";
import { homeFacts } from "./home-facts.ts";
import { openSitting, type OpenSitting } from "./sitting.ts";

/** How long after the first frame the notes begin to be watched, in milliseconds: looking at thousands takes a while. */
const FIRST_LOOK = 300;

/** The notes and the sitting that a full screen works with. Whatever happens to the notes happens one after the other. */
export class ScreenNotes {
  readonly #context: Context;
  #loaded: LoadedDeck;
  #known: IdentifiedDeck;
  /** Without what it began with: that deck goes when the notes are read again. */
  #sitting: Omit<OpenSitting, "start"> | null = null;
  #watch: NotesWatch | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** Reads the notes. Throws the Failures `deck-missing` and `journal-read`. */
  static async open(context: Context): Promise<ScreenNotes> {
    const loaded = await loadedDeck(context);
    return new ScreenNotes(context, loaded, await identifyDeck(loaded, readHistory(context.places)));
  }

  private constructor(context: Context, loaded: LoadedDeck, known: IdentifiedDeck) {
    this.#context = context;
    this.#loaded = loaded;
    this.#known = known;
  }

  /** The sitting that is open. Throws if there is none. */
  get sitting(): Omit<OpenSitting, "start"> {
    if (this.#sitting === null) throw new Error("a closed sitting asked for something");
    return this.#sitting;
  }

  /** Returns what today holds. */
  home(lang: Lang): HomeFacts {
    const progress = this.#sitting?.store.progress() ?? this.#known.progress;
    return homeFacts(this.#context, this.#known, progress, lang);
  }

  /** Opens a sitting. Rejects with the Failures of `openSitting`. */
  openSitting(extra: number, lang: Lang): Promise<OpenSitting> {
    return this.#inTurn(async () => {
      const opened = await openSitting(this.#context, this.#loaded, extra, lang);
      const { start: _, ...sitting } = opened;
      this.#sitting = sitting;
      return opened;
    });
  }

  /** Closes the sitting, if one is open: others can write again. */
  closeSitting(): void {
    if (this.#sitting === null) return;
    this.#known = { ...this.#known, progress: this.#sitting.store.progress() };
    this.#sitting.close();
    this.#sitting = null;
  }

  /** Reads the notes again; returns what the sitting has to know of it. Rejects with the Failures of `open` and `journal-write`. */
  read(): Promise<NotesReport | null> {
    return this.#inTurn(async () => {
      this.#watch?.look();
      const loaded = await reloadedDeck(this.#context);
      const sitting = this.#sitting;
      const report = sitting === null ? null : await sitting.adopt(loaded);
      this.#known = await identifyDeck(loaded, sitting?.store ?? readHistory(this.#context.places));
      this.#loaded = loaded;
      return report;
    });
  }

  /** Calls `listener` when notes have changed on disk; returns how to stop that. */
  watch(listener: () => void): () => void {
    const begin = (): void => {
      this.#watch = watchNotes(deckPaths(this.#context), listener);
    };
    const beginning = setTimeout(begin, FIRST_LOOK);
    return () => {
      clearTimeout(beginning);
      this.#watch?.stop();
      this.#watch = null;
    };
  }

  #inTurn<Result>(action: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(action);
    this.#last = result.catch(() => {});
    return result;
  }
}
