import { Failure } from "../../../src/base/failure.ts";
import { takeLock } from "../../../src/store/lock.ts";

/** Takes the lock named by the first argument, says `held` or why it couldn't, and stays until its input ends. */
const [, , path = ""] = process.argv;
try {
  takeLock(path);
  console.log("held");
} catch (error) {
  console.log(error instanceof Failure ? error.facts.code : String(error));
}
process.stdin.resume();
