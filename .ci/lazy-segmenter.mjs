// Six modules make an Intl.Segmenter when they load, which costs 15 to 23 ms; simple text needs none at all.
import { isSimpleText } from "../src/pages/simple-text.ts";

export class LazySegmenter {
  #options;
  #real;

  constructor(locales, options) {
    this.#options = [locales, options];
  }

  segment(text) {
    const grain = this.#options[1]?.granularity ?? "grapheme";
    if (grain === "grapheme" && isSimpleText(text)) return segmentsOf(text);
    // Not written as a member expression: the build replaces that one by this class.
    this.#real ??= Reflect.construct(Reflect.get(Intl, "Segmenter"), this.#options);
    return this.#real.segment(text);
  }
}

function segmentsOf(text) {
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < text.length; index += 1) yield { segment: text[index], index, input: text };
    },
    containing: (index = 0) => ({ segment: text[index], index, input: text }),
  };
}
