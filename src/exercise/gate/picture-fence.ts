import type { Json } from "../json.ts";
import { PLAIN_RUN, type RunRequest } from "../run.ts";

/** The pictures that a text of an exercise can hold. */
export const PICTURES = ["strip", "state", "barriers", "pressure", "sweep", "divergence"] as const;

/** What a picture shows. */
export type PictureKind = (typeof PICTURES)[number];

/** A fenced block of a text that holds a picture of a run of the broken job. */
export interface PictureFence {
  /** The line that opens it, from 0. */
  readonly line: number;
  readonly kind: PictureKind;
  readonly request: RunRequest;
  /** The step that is shown; `null` = the last one. */
  readonly at: number | null;
  /** What is in it now, without the fences. */
  readonly content: readonly string[];
}

/** Returns the pictures of a text: blocks that begin with ```` ```text picture=KIND seed=N crash=STEP ````. */
export function pictureFences(text: string): readonly PictureFence[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index): readonly PictureFence[] => {
    const words = /^```text (picture=.*)$/u.exec(line)?.[1];
    if (words === undefined) return [];
    const length = lines.slice(index + 1).findIndex((each) => each.startsWith("```"));
    return fenceOf(words, index, lines.slice(index + 1, index + 1 + Math.max(length, 0)));
  });
}

/** Returns the text with another picture in one of its fences. */
export function withPicture(
  text: string,
  { line, content }: PictureFence,
  picture: readonly string[],
): string {
  return text
    .split("\n")
    .toSpliced(line + 1, content.length, ...picture)
    .join("\n");
}

/** Whatever else stands there, such as `parallelism=2`, is a variation of the scene. */
function fenceOf(words: string, line: number, content: readonly string[]): readonly PictureFence[] {
  const { picture, seed, crash, at, ...variation } = Object.fromEntries(
    words.split(/\s+/u).map((word) => [word.replace(/=.*/u, ""), word.replace(/^[^=]*=/u, "")]),
  );
  const kind = PICTURES.find((each) => each === picture);
  if (kind === undefined) return [];
  const request: RunRequest = {
    ...PLAIN_RUN,
    seed: Number(seed ?? 0),
    faults: crash === undefined ? [] : [{ type: "fail-task", at: { step: Number(crash) } }],
    variation: Object.fromEntries(Object.entries(variation).map(([name, value]) => [name, valueOf(value)])),
    watch: "trace",
  };
  return [{ line, kind, request, at: at === undefined ? null : Number(at), content }];
}

function valueOf(word: string): Json {
  return /^-?\d+(?:\.\d+)?$/u.test(word) ? Number(word) : word;
}
