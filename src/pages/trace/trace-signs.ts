/** Which signs a terminal can show: all, or only those of ASCII (`LANG=C`, old consoles, logs). */
export type SignSet = "unicode" | "ascii";

/** Every sign of the pictures of a trace, one cell each. No two signs of one picture are told apart by colour alone. */
export interface TraceSigns {
  /** A lane, and the place of the watermark across all lanes. */
  readonly lane: string;
  readonly wall: string;
  /** A record that has come, one that is still to come, the one at the cursor, several in one cell, a late one. */
  readonly record: string;
  readonly ahead: string;
  readonly here: string;
  readonly several: string;
  readonly late: string;
  /** Time that a watermark has passed, a watermark, and one that jumped. */
  readonly passed: string;
  readonly watermark: string;
  readonly jump: string;
  /** A window that collects, has fired and waits for late records, is gone, and its two ends. */
  readonly open: string;
  readonly waiting: string;
  readonly gone: string;
  readonly windowStart: string;
  readonly windowEnd: string;
  /** A change: something came, is another, went. */
  readonly added: string;
  readonly changed: string;
  readonly removed: string;
  readonly same: string;
  /** The stations of a checkpoint, and what ends it badly. */
  readonly barrier: string;
  readonly blocked: string;
  readonly snapshot: string;
  readonly ack: string;
  readonly complete: string;
  readonly aborted: string;
  readonly crash: string;
  readonly restore: string;
  /** A transaction that is open, one that is ready, one that is to be seen. */
  readonly transaction: string;
  readonly preCommitted: string;
  readonly committed: string;
  /** Shares of a task's time, and a buffer that is used or free. */
  readonly busy: string;
  readonly backPressured: string;
  readonly idle: string;
  readonly fullBuffer: string;
  readonly freeBuffer: string;
  /** A run that held, and one that did not. */
  readonly held: string;
  readonly violated: string;
  readonly cursor: string;
  readonly from: string;
  readonly arrow: string;
  readonly rule: string;
  readonly divider: string;
  readonly separator: string;
  readonly differs: string;
  readonly ellipsis: string;
  /** Heights from nothing to full. */
  readonly heights: readonly string[];
}

const UNICODE: TraceSigns = {
  lane: "─",
  wall: "┊",
  record: "●",
  ahead: "○",
  here: "◉",
  several: "◆",
  late: "✗",
  passed: "━",
  watermark: "▲",
  jump: "△",
  open: "░",
  waiting: "▒",
  gone: "·",
  windowStart: "▐",
  windowEnd: "▌",
  added: "+",
  changed: "~",
  removed: "−",
  same: " ",
  barrier: "┃",
  blocked: "░",
  snapshot: "◆",
  ack: "✓",
  complete: "★",
  aborted: "⊘",
  crash: "✗",
  restore: "►",
  transaction: "○",
  preCommitted: "◐",
  committed: "●",
  busy: "█",
  backPressured: "▒",
  idle: "·",
  fullBuffer: "▮",
  freeBuffer: "▯",
  held: "·",
  violated: "✗",
  cursor: "▸",
  from: "←",
  arrow: "→",
  rule: "─",
  divider: "│",
  separator: "·",
  differs: "≠",
  ellipsis: "…",
  heights: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
};

const ASCII: TraceSigns = {
  lane: "-",
  wall: "|",
  record: "*",
  ahead: "o",
  here: "@",
  several: "#",
  late: "X",
  passed: "=",
  watermark: "^",
  jump: "J",
  open: ".",
  waiting: "%",
  gone: " ",
  windowStart: "[",
  windowEnd: ")",
  added: "+",
  changed: "~",
  removed: "-",
  same: " ",
  barrier: "|",
  blocked: "#",
  snapshot: "S",
  ack: "A",
  complete: "C",
  aborted: "/",
  crash: "X",
  restore: ">",
  transaction: "o",
  preCommitted: "p",
  committed: "c",
  busy: "B",
  backPressured: "P",
  idle: "I",
  fullBuffer: "#",
  freeBuffer: ".",
  held: ".",
  violated: "X",
  cursor: ">",
  from: "<",
  arrow: ">",
  rule: "-",
  divider: "|",
  separator: "-",
  differs: "!",
  ellipsis: "~",
  heights: [" ", ".", ":", "-", "=", "+", "*", "%", "#"],
};

/** Returns the signs of a set. */
export function traceSigns(set: SignSet): TraceSigns {
  return set === "unicode" ? UNICODE : ASCII;
}
