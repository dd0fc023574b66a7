/** A failure of user code or of the engine, named as the Java class that real Flink throws in its place. */
export class RuntimeException extends Error {
  override readonly name: string = "RuntimeException";
}

/** Says that a value which must be there is missing; Java's class of the same name. */
export class NullPointerException extends Error {
  override readonly name: string = "NullPointerException";
}

/** Says that a call came in a situation in which it makes no sense; Java's class of the same name. */
export class IllegalStateException extends Error {
  override readonly name: string = "IllegalStateException";
}

/** Says that an argument is outside of what is allowed; Java's class of the same name. */
export class IllegalArgumentException extends Error {
  override readonly name: string = "IllegalArgumentException";
}

/** Says that an operation exists but not for this object; Java's class of the same name. */
export class UnsupportedOperationException extends Error {
  override readonly name: string = "UnsupportedOperationException";
}
