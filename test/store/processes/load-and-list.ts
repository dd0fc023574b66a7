import { registerHooks } from "node:module";

/**
 * Loads the deck of the second argument with the cache of the first, and prints as JSON how many cards it has and
 * whether the compiler had to be loaded for that.
 */
const [, , cache = "", deck = ""] = process.argv;
let compiler: "loaded" | "not loaded" = "not loaded";
registerHooks({
  load: (url, context, next) => {
    if (url.includes("/micromark/")) compiler = "loaded";
    return next(url, context);
  },
});
const { loadDeck } = await import("../../../src/store/load-deck.ts");
const loaded = await loadDeck({ decks: [deck], cache });
console.log(JSON.stringify({ cards: loaded.deck.cards.length, compiler }));
