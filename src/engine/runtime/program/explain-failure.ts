import { IllegalStateException } from "../../java/exceptions.ts";
import { insteadOfClass } from "./instantiable.ts";

/** What V8 says of an object that has the methods of a class, but not its private fields. */
const WITHOUT_PRIVATE_FIELDS = /private member #|^Receiver must be an instance of class /u;

/** What V8 says of a class that somebody calls. */
const CALLED_CLASS = /^Class constructor (?<name>\S+) cannot be invoked without 'new'$/u;

/**
 * Returns what a user's function threw, and above it what can be done about it where V8 only says what is wrong: a class
 * that stands for a function, or a copied function that has not got its `#private` fields.
 */
export function explainFailure(thrown: unknown): unknown {
  if (!(thrown instanceof TypeError)) return thrown;
  const advice = adviceOn(thrown.message);
  return advice === null ? thrown : new IllegalStateException(advice, { cause: thrown });
}

function adviceOn(message: string): string | null {
  const className = CALLED_CLASS.exec(message)?.groups?.["name"];
  if (className !== undefined) return insteadOfClass(className);
  if (!WITHOUT_PRIVATE_FIELDS.test(message)) return null;
  return (
    "A function is copied for each of its instances, and its #private fields cannot be: give what makes it, as in " +
    "() => new MyFunction()."
  );
}
