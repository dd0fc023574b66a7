/**
 * Ranges of characters that are a grapheme by themselves whatever stands beside them, with their width in cells:
 * no marks, joiners, variation selectors, emoji or conjoining letters. What is in no range is not simple.
 */
const RANGES: readonly (readonly [first: number, last: number, cells: 1 | 2])[] = [
  [0x20, 0x7e, 1],
  [0xa1, 0xac, 1],
  [0xae, 0x2ff, 1],
  [0x370, 0x373, 1],
  [0x391, 0x3a1, 1],
  [0x3a3, 0x3ff, 1],
  [0x400, 0x482, 1],
  [0x48a, 0x52f, 1],
  [0x2010, 0x2027, 1],
  [0x2030, 0x203b, 1],
  [0x20a0, 0x20c0, 1],
  [0x2150, 0x218b, 1],
  [0x2190, 0x22ff, 1],
  [0x2460, 0x25fc, 1],
  [0x2713, 0x2718, 1],
  [0x2756, 0x2756, 1],
  [0x276f, 0x276f, 1],
  [0x2800, 0x28ff, 1],
  [0x3000, 0x3029, 2],
  [0x3030, 0x303e, 2],
  [0x3041, 0x3096, 2],
  [0x309b, 0x30ff, 2],
  [0x3400, 0x4dbf, 2],
  [0x4e00, 0x9fff, 2],
  [0xac00, 0xd7a3, 2],
  [0xff01, 0xff60, 2],
  [0xffe0, 0xffe6, 2],
];

const CELLS = new Uint8Array(0x10000);
for (const [first, last, cells] of RANGES) CELLS.fill(cells, first, last + 1);

/** Returns the cells that a UTF-16 unit takes if it is simple, else 0. */
export function simpleCells(unit: number): number {
  return CELLS[unit] ?? 0;
}

/** Begins a control sequence: a grapheme by itself, as all control characters are but a carriage return. */
const ESCAPE = 0x1b;

/** Tells whether each character of `text` is a grapheme of one unit: simple, or the beginning of a control sequence. */
export function isSimpleText(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (CELLS[unit] === 0 && unit !== ESCAPE) return false;
  }
  return true;
}
