/** The right to lead until a time, under a token that no leader before had. */
export interface Lease {
  readonly holder: string;
  /** Counts the leaders: larger than every token before. */
  readonly token: number;
  /** When it ends unless it is renewed, in ms. */
  readonly expiresAt: number;
}

/** Returns a lease that somebody holds at `now` (ms), `null` if it is over or there is none. */
export function heldLease(lease: Lease | null, now: number): Lease | null {
  return lease !== null && now < lease.expiresAt ? lease : null;
}
