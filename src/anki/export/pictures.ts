import { createHash } from "node:crypto";

import type { MediaFile } from "../package/collection.ts";

/** Returns the bytes of a picture: `file` is that of the notes, `url` what they say; `null` if there is none to be had. */
export type PictureSource = (file: string, url: string) => Uint8Array | null;

/** How files of each kind begin, as a pattern over their first bytes (one character each). */
const KINDS: readonly (readonly [extension: string, beginning: RegExp])[] = [
  ["png", /^[^]PNG\r\n[^]\n/u],
  ["jpg", /^\u00FF\u00D8\u00FF/u],
  ["gif", /^GIF8[79]a/u],
  ["webp", /^RIFF[^]{4}WEBP/u],
  ["avif", /^[^]{4}ftypavi[fs]/u],
  [
    "svg",
    /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?(?:<!DOCTYPE[^>]*>\s*)?<svg[\s>]/u,
  ],
];

/** How much of a file tells its kind, in bytes. */
const BEGINNING = 1024;

/** Collects the pictures that notes refer to, under names that Anki takes as they are. */
export class Pictures {
  readonly #source: PictureSource;
  readonly #names = new Map<string, string | null>();
  readonly #files = new Map<string, MediaFile>();

  constructor(source: PictureSource) {
    this.#source = source;
  }

  /** The pictures asked for so far, by name. */
  get files(): readonly MediaFile[] {
    return [...this.#files.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Returns the name of a picture; `null` if it isn't there, or is no picture: a file that only claims to be one stays at home. */
  nameOf(file: string, url: string): string | null {
    const address = `${file}\0${url}`;
    const known = this.#names.get(address);
    if (known !== undefined) return known;
    const bytes = this.#source(file, url);
    const name = bytes === null ? null : this.#keep(bytes);
    this.#names.set(address, name);
    return name;
  }

  /** A changed picture has another name: so its note has changed too, and Anki is told. */
  #keep(bytes: Uint8Array): string | null {
    const extension = extensionOf(bytes);
    if (extension === null) return null;
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    const name = `sluice-${hash}.${extension}`;
    this.#files.set(name, { name, bytes });
    return name;
  }
}

function extensionOf(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString("latin1");
  return KINDS.find(([, pattern]) => pattern.test(beginning))?.[0] ?? null;
}
