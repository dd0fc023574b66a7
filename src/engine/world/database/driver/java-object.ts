import type { LocalDateTime } from "../local-date-time.ts";
import type { SqlTimestamp } from "./sql-timestamp.ts";

/** An object as a JDBC driver returns it, with the Java class that decides to what it can be cast. */
export type JavaObject =
  | { readonly javaClass: "java.lang.Boolean"; readonly value: boolean }
  | { readonly javaClass: "java.lang.Integer"; readonly value: number }
  | { readonly javaClass: "java.lang.Long"; readonly value: bigint }
  | { readonly javaClass: "java.lang.Double"; readonly value: number }
  | { readonly javaClass: "java.lang.String"; readonly value: string }
  | { readonly javaClass: "java.sql.Timestamp"; readonly value: SqlTimestamp }
  | { readonly javaClass: "java.time.LocalDateTime"; readonly value: LocalDateTime };

/** The name of a Java class that a driver may return. */
export type JavaClass = JavaObject["javaClass"];

/** The value of an object of a class. */
export type JavaValue<C extends JavaClass> = Extract<JavaObject, { readonly javaClass: C }>["value"];

/** Says that an object is not of the class that the code takes it for; Java's class of the same name. */
export class ClassCastException extends Error {
  override readonly name = "ClassCastException";

  constructor(actual: string, wanted: string) {
    super(`class ${actual} cannot be cast to class ${wanted}`);
  }
}

/** Returns the value of an object that is taken for one of a class. Throws a `ClassCastException` if it is not. */
export function castTo<C extends JavaClass>(object: JavaObject, javaClass: C): JavaValue<C> {
  if (isOfClass(object, javaClass)) return object.value as JavaValue<C>;
  throw new ClassCastException(object.javaClass, javaClass);
}

/** Whether an object is of a class (`instanceof`). */
export function isOfClass<C extends JavaClass>(
  object: JavaObject,
  javaClass: C,
): object is Extract<JavaObject, { readonly javaClass: C }> {
  return object.javaClass === javaClass;
}
