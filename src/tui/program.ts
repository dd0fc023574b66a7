/** A state that messages change, and whose wishes the world performs. */
export interface Program<State, Message> {
  readonly state: () => State;
  readonly send: (message: Message) => void;
  /** Calls `listener` after each change; returns how to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What a program is made of: how it starts, how messages change it, and who does what it wants. */
export interface ProgramParts<State, Message, Effect> {
  readonly start: State;
  readonly update: (state: State, message: Message) => readonly [State, readonly Effect[]];
  /** Does one thing in the world; what comes of it is sent back as a message, at once or later. */
  readonly perform: (effect: Effect, send: (message: Message) => void) => void;
}

/** Returns a program: the loop of The Elm Architecture, which Bubble Tea brought to terminals. */
export function createProgram<State, Message, Effect>(
  parts: ProgramParts<State, Message, Effect>,
): Program<State, Message> {
  let state = parts.start;
  const listeners = new Set<() => void>();
  const send = (message: Message): void => {
    const [next, effects] = parts.update(state, message);
    const changed = next !== state;
    state = next;
    for (const effect of effects) parts.perform(effect, send);
    if (changed) for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
