import { PLAIN_RUN, type Player, type RunRequest } from "./run.ts";

/** The seed of the data that the author has looked at: what checks ask for is written for it. */
export const AUTHORS_DATA = 1;

/** Returns a player who is fed with other data of the same kind wherever checks ask for the author's. */
export function fedWith(player: Player, data: number): Player {
  return {
    play: (request) => player.play(requestFor(request, data)),
    input: (request) => player.input(requestFor(request, data)),
  };
}

/** Returns a request that was written for the author's data for other data; elements stay what they are. */
export function requestFor(request: Partial<RunRequest>, data: number): Partial<RunRequest> {
  const { input = PLAIN_RUN.input } = request;
  return typeof input === "number" ? { ...request, input: input + data - AUTHORS_DATA } : request;
}
