/** The texts of an attempt that have had a verdict: that of a reset or an undo is no new idea. */
export class JudgedTexts {
  readonly #texts = new Set<string>();

  /** Takes in a text that has its verdict now; tells whether it is one that has had none before. */
  take(text: string): "changed" | "same" {
    if (this.#texts.has(text)) return "same";
    this.#texts.add(text);
    return "changed";
  }

  /** Begins anew, with another attempt. */
  clear(): void {
    this.#texts.clear();
  }
}
