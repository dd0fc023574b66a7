/** What an XA resource refuses, with the codes of the XA specification. */
const XA_ERRORS = {
  /** The branch is not known: it was never prepared, or has ended. */
  XAER_NOTA: -4,
  /** The call makes no sense in the state of the branch. */
  XAER_PROTO: -6,
  /** The resource cannot do it now. */
  XAER_RMFAIL: -7,
  /** There is such a branch already. */
  XAER_DUPID: -8,
} as const;

/** The name of an XA error. */
export type XaError = keyof typeof XA_ERRORS;

/** A call that an XA resource refused (`javax.transaction.xa.XAException`). */
export class XAException extends Error {
  override readonly name = "XAException";
  readonly error: XaError;
  readonly errorCode: number;

  constructor(error: XaError, about: string) {
    super(`${error}: ${about}`);
    this.error = error;
    this.errorCode = XA_ERRORS[error];
  }
}
