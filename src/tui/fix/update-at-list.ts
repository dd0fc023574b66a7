import type { FixAction } from "../../locale/practice-words.ts";
import type { ListedExercise } from "../../pages/practice/exercise-list-page.ts";
import type { Extent } from "../app-state.ts";
import { edited, lineOf, textOn } from "../line-input.ts";
import { shownExercises, type FixApp, type FixPressed, type FixStep, type ListFilter } from "./fix-app.ts";

const FILTERS: readonly ListFilter[] = ["all", "open", "due"];

/** Returns the screens after a key at the list. */
export function atList(app: FixApp, action: FixAction, { key, extent }: FixPressed): FixStep {
  switch (action) {
    case "begin": {
      const chosen = shownExercises(app)[app.selected];
      if (chosen === undefined) return [app, []];
      return [{ ...app, screen: "opening" }, [{ type: "open", exercise: chosen.exercise }]];
    }
    case "move": {
      const steps: Readonly<Record<string, number>> = {
        up: -1,
        k: -1,
        pageup: -extent.page,
        pagedown: extent.page,
      };
      const selected = amongShown(app, app.selected + (steps[key] ?? 1));
      return [{ ...app, selected, offset: offsetOf(selected, extent) }, []];
    }
    case "search":
      return [{ ...app, writing: lineOf(app.search) }, []];
    case "filter": {
      const filter = FILTERS[(FILTERS.indexOf(app.filter) + 1) % FILTERS.length] ?? "all";
      return [{ ...app, filter, selected: 0, offset: 0 }, []];
    }
    default:
      return [app, []];
  }
}

/** Returns the screens after a key on the line of the search. */
export function whileSearching(app: FixApp, action: FixAction | null, { key }: FixPressed): FixStep {
  if (app.writing === null) return [app, []];
  if (action === "cancel") return [{ ...app, writing: null }, []];
  if (action === "save")
    return [{ ...app, writing: null, search: textOn(app.writing), selected: 0, offset: 0 }, []];
  return [{ ...app, writing: edited(app.writing, key) }, []];
}

/** Returns the list in front, at the exercise that was selected before another screen was. */
export function backAtList(app: FixApp, extent: Extent): FixApp {
  return { ...app, screen: "list", open: null, offset: offsetOf(app.selected, extent) };
}

/** Returns the screens with another list: what was selected stays so, or what stands in its place. */
export function withListed(app: FixApp, listed: readonly ListedExercise[]): FixApp {
  const chosen = shownExercises(app)[app.selected]?.exercise.id;
  const after: FixApp = { ...app, listed };
  const place = shownExercises(after).findIndex(({ exercise }) => exercise.id === chosen);
  return { ...after, selected: amongShown(after, place === -1 ? app.selected : place) };
}

function amongShown(app: FixApp, selected: number): number {
  return Math.max(0, Math.min(shownExercises(app).length - 1, selected));
}

/** The selected exercise is in sight, and the one behind it. */
function offsetOf(selected: number, { page }: Extent): number {
  return Math.max(0, selected - page + 2);
}
