import { RuntimeException } from "../java/exceptions.ts";

/** Says in Flink's words why a configuration cannot work; `cause` is the inner reason, if there is one. */
export class IllegalConfigurationException extends RuntimeException {
  override readonly name = "IllegalConfigurationException";
}
