/** Ways to write one unit, in small letters and in the singular. */
const SAME: readonly ReadonlySet<string>[] = [
  ["ns", "纳秒", "nanosecond"],
  ["μs", "us", "微秒", "microsecond"],
  ["ms", "毫秒", "msec", "millisecond"],
  ["s", "秒", "秒钟", "sec", "second"],
  ["m", "分", "分钟", "min", "minute"],
  ["h", "时", "小时", "钟头", "hr", "hour"],
  ["d", "天", "日", "day"],
  ["周", "星期", "week"],
  ["月", "month"],
  ["y", "年", "yr", "year"],
  ["b", "字节", "byte"],
  ["k", "kb", "千字节"],
  ["m", "mb", "兆", "兆字节"],
  ["g", "gb", "吉字节"],
  ["t", "tb", "太字节"],
  ["次", "遍", "time"],
  ["条", "record"],
].map((names) => new Set(names));

/** Tells whether two units are the same: in Chinese or English, in full or short, one or many. */
export function sameUnit(one: string, other: string): boolean {
  const [left, right] = [unitName(one), unitName(other)];
  return left === right || SAME.some((names) => names.has(left) && names.has(right));
}

function unitName(unit: string): string {
  return unit
    .toLowerCase()
    .replaceAll(" ", "")
    .replace(/^个(?=.)/u, "")
    .replace(/(?<=[a-z]{2})s$/u, "");
}
