/**
 * Everything that steers a terminal or turns text around instead of being seen: C0 and C1 controls, DEL,
 * bidirectional marks and overrides, line and paragraph separators, the byte order mark; neither tab nor line feed.
 */
export const STEERING = /[[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]--[\t\n]]/gv;
