/** Returns the SHA-256 of a text or of bytes, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  // Loading Node's crypto takes as long as a seventh of a bare start; most starts don't need it.
  return process.getBuiltinModule("node:crypto").hash("sha256", content);
}
