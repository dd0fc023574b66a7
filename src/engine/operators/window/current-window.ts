import { IllegalStateException } from "../../java/exceptions.ts";

/** The window that an operator works for at the moment. */
export class CurrentWindow<W> {
  #window: W | undefined;

  set(window: W): void {
    this.#window = window;
  }

  /** Returns the window. Throws an IllegalStateException before the first one is set. */
  get(): W {
    if (this.#window === undefined) throw new IllegalStateException("There is no current window.");
    return this.#window;
  }
}
