import { RuntimeException } from "../../java/exceptions.ts";

/** Says in Flink's words why a pattern makes no sense. */
export class MalformedPatternException extends RuntimeException {
  override readonly name = "MalformedPatternException";
}
