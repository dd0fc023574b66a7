/** Returns the code of an error of the operating system, such as `ENOENT`; `""` for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Returns what an error says, without the call and the path that Node adds: `ENOSPC: no space left on device`. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return codeOf(error) === "" ? message : (message.split(", ")[0] ?? message);
}

/** Returns what `read` returns, or `null` if it throws one of the errors that say that nothing is there. */
export function unlessMissing<T>(read: () => T, missing: readonly string[] = ["ENOENT"]): T | null {
  try {
    return read();
  } catch (error) {
    if (missing.includes(codeOf(error))) return null;
    throw error;
  }
}
