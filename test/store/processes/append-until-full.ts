import { Failure } from "../../../src/base/failure.ts";
import { placesBelow } from "../../../src/store/places.ts";
import { openStore } from "../../../src/store/store.ts";
import { card, draft } from "../../history/builders.ts";

/**
 * Opens the store below the first argument and appends until the disk refuses, then something shorter that still fits.
 * Says the id of each event once it is acknowledged, the failure, and the warnings at the end.
 */
const [, , folder = ""] = process.argv;
const store = openStore(placesBelow(folder));
const append = (reason: string): void => {
  for (const { id } of store.append([draft({ type: "card-flagged", card: card("a"), reason })])) {
    console.log(`saved ${id}`);
  }
};
try {
  for (;;) append("x".repeat(3000));
} catch (error) {
  console.log(error instanceof Failure ? error.facts.code : String(error));
}
append("short");
store.close();
const warnings = store.warnings().map(({ kind }) => kind);
console.log(`warnings: ${warnings.join(" ") || "none"}`);
