import { IllegalArgumentException } from "../../java/exceptions.ts";

/** A window of SQL's window functions; all lengths in ms, `time` is the column of the time attribute. */
export type WindowSpec =
  | { readonly type: "tumble"; readonly time: string; readonly size: number }
  | { readonly type: "hop"; readonly time: string; readonly size: number; readonly slide: number }
  | { readonly type: "cumulate"; readonly time: string; readonly size: number; readonly step: number }
  | { readonly type: "session"; readonly time: string; readonly gap: number };

/** A window whose bounds do not depend on the rows in it. */
export type AlignedWindowSpec = Exclude<WindowSpec, { readonly type: "session" }>;

/**
 * Checks the lengths of a window. Throws `IllegalArgumentException` in Flink's words: a hopping window's size must
 * be a multiple of its slide, a cumulative one's of its step.
 */
export function checkWindowSpec(spec: WindowSpec): void {
  switch (spec.type) {
    case "tumble":
      check(spec.size > 0, `Tumbling Window parameters must satisfy size > 0, but got size ${spec.size}ms.`);
      return;
    case "hop":
      checkHop(spec.size, spec.slide);
      return;
    case "cumulate":
      checkCumulate(spec.size, spec.step);
      return;
    case "session":
      check(spec.gap > 0, "SessionWindowAssigner parameters must satisfy 0 < size");
      return;
  }
}

function checkHop(size: number, slide: number): void {
  const got = `but got slide ${slide}ms and size ${size}ms.`;
  check(size > 0 && slide > 0, `Hopping Window must satisfy slide > 0 and size > 0, ${got}`);
  const multiple = "Slicing Hopping Window requires size must be an integral multiple of slide,";
  check(size % slide === 0, `${multiple} but got size ${size}ms and slide ${slide}ms.`);
}

function checkCumulate(size: number, step: number): void {
  const got = `but got maxSize ${size}ms and step ${step}ms.`;
  check(size > 0 && step > 0, `Cumulative Window parameters must satisfy maxSize > 0 and step > 0, ${got}`);
  check(size % step === 0, `Cumulative Window requires maxSize must be an integral multiple of step, ${got}`);
}

function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new IllegalArgumentException(message);
}
