/** What the build puts in: a hash of everything that the program is made of. */
declare const SLUICE_STAMP: string | undefined;

/**
 * Names the program that runs. What another one has worked out is worked out anew, so that no release has to remember
 * to say that it comes to something else. Whoever runs the sources is one program all the time.
 */
export const PROGRAM_STAMP = typeof SLUICE_STAMP === "undefined" ? "sources" : SLUICE_STAMP;
