/** Why a package is not read. Nothing of it is taken then. */
export type PackageFault =
  /** No ZIP archive, or none that holds a collection. */
  | "no-package"
  /** Cut off, changed, or a database that contradicts itself. */
  | "damaged"
  /** It unpacks to far more than any collection: a bomb, or a collection that is too large for us. */
  | "too-large"
  /** Of a format that is newer than this program. */
  | "too-new"
  /** All there is is the note by which newer packages tell old programs that they can't read them. */
  | "stub-only";

/** Stops the reading of a package. It never leaves the folder: `readPackage` turns it into a value. */
export class PackageRefusal extends Error {
  readonly fault: PackageFault;

  constructor(fault: PackageFault, cause?: unknown) {
    super(fault, { cause });
    this.name = "PackageRefusal";
    this.fault = fault;
  }
}
