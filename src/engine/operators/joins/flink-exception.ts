/** Says that a job asks for what Flink cannot do with its input (Flink's class of the same name). */
export class FlinkException extends Error {
  override readonly name = "FlinkException";
}
