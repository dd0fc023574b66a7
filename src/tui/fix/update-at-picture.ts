import type { FixAction } from "../../locale/practice-words.ts";
import {
  movePicture,
  nextPicture,
  withSelected,
  type PictureView,
} from "../../pages/practice/picture-view.ts";
import type { FixApp, FixEffect, FixStep, OpenPractice } from "./fix-app.ts";

/** What keys do at a picture. */
export type PictureAction = Extract<
  FixAction,
  "picture" | "step" | "landmark" | "select-input" | "move-input"
>;

/** Keys that mean the one before, of a pair. */
const BACK: readonly string[] = ["left", "N", "<", ",", "["];

/** Returns the screens after a key at the picture. Such a key leads there from wherever one is. */
export function atPicture(app: FixApp, open: OpenPractice, action: PictureAction, key: string): FixStep {
  const { picture } = open;
  if (action === "move-input") return moveInput(app, open, key);
  // The first p leads to the picture, and only the next ones to another.
  if (picture === null || open.panel !== "picture") return inFront(app, open, { picture, effects: [] });
  const direction = BACK.includes(key) ? "back" : "forward";
  switch (action) {
    case "picture":
      return inFront(app, open, turnedTo(nextPicture(picture)));
    case "step":
    case "landmark":
      return [withPicture(app, open, movePicture(picture, direction, action)), []];
    case "select-input":
      return [withPicture(app, open, withSelected(picture, direction === "back" ? -1 : 1)), []];
  }
}

/** A picture, and what it wants done to be drawn. */
interface Turned {
  readonly picture: PictureView | null;
  readonly effects: readonly FixEffect[];
}

/** A sweep is made when it is looked at, and once more where there was no answer. */
function turnedTo(picture: PictureView): Turned {
  const { kind, sweep } = picture;
  if (kind !== "sweep" || (sweep.type !== "unseen" && sweep.type !== "failed"))
    return { picture, effects: [] };
  return { picture: { ...picture, sweep: { ...sweep, type: "sweeping" } }, effects: [{ type: "sweep" }] };
}

function inFront(app: FixApp, open: OpenPractice, { picture, effects }: Turned): FixStep {
  return [{ ...withPicture(app, open, picture), offset: 0 }, effects];
}

function withPicture(app: FixApp, open: OpenPractice, picture: PictureView | null): FixApp {
  return { ...app, open: { ...open, panel: "picture", picture } };
}

/** Moves the selected element of the input earlier or later, and has the job played with that. A sweep is of no one run. */
function moveInput(app: FixApp, open: OpenPractice, key: string): FixStep {
  const { picture } = open;
  if (picture === null || picture.input === null || picture.kind === "sweep") return [app, []];
  const from = picture.input.selected;
  const to = from + (BACK.includes(key) ? -1 : 1);
  if (to < 0 || to >= picture.input.elements.length) return [app, []];
  return [withPicture(app, open, picture), [{ type: "move-input", from, to }]];
}
