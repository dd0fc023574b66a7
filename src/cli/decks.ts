import { Failure } from "../base/failure.ts";
import { identifyDeck, type IdentifiedDeck } from "../store/identify-deck.ts";
import { loadDeck, type LoadedDeck } from "../store/load-deck.ts";
import { readHistory } from "../store/store.ts";
import type { StoredHistory } from "../store/stored-history.ts";
import { cancellable } from "./cancellable.ts";
import { deckPaths, type Context } from "./context.ts";
import { progressLine } from "./progress-line.ts";

/** Loads the deck in use; a long compile tells how far it is and can be stopped. Throws the Failures `deck-missing` and `stopped`. */
export async function loadedDeck(context: Context, paths = deckPaths(context)): Promise<LoadedDeck> {
  const { terminal, words } = context;
  const tell = progressLine(terminal, words.readingNotes);
  try {
    return complete(
      await cancellable(({ signal, takesLong }) => {
        const onProgress = (done: number, total: number): void => {
          takesLong();
          tell(done, total);
        };
        return loadDeck({ decks: paths, cache: context.places.cache, onProgress, signal });
      }),
    );
  } finally {
    terminal.progress(null);
  }
}

/** Loads the deck in use once more, without a word: the terminal is drawn on. Throws the Failure `deck-missing`. */
export async function reloadedDeck(context: Context): Promise<LoadedDeck> {
  return complete(await loadDeck({ decks: deckPaths(context), cache: context.places.cache }));
}

function complete(loaded: LoadedDeck): LoadedDeck {
  const { missing } = loaded;
  if (missing !== null) throw new Failure({ code: "deck-missing", data: { path: missing } });
  return loaded;
}

/** Loads the deck in use, its cards known by their past. Throws the Failure `journal-read`. */
export async function identifiedDeck(
  context: Context,
  history: StoredHistory = readHistory(context.places),
): Promise<IdentifiedDeck> {
  return await identifyDeck(await loadedDeck(context), history);
}
