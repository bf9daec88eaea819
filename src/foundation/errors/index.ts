/** A request that cannot go on. Thrown once, turned into a page or a problem document in one place. */
export abstract class RequestError extends Error {
  abstract readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503;
  /** What the visitor reads, looked up in the texts. */
  abstract readonly publicKey: string;
}

export class NotFoundError extends RequestError {
  override readonly name = "NotFoundError";
  readonly status = 404;
  readonly publicKey = "notFound";

  constructor(what: string, id: string) {
    super(`No ${what} with id ${id} that this person may see`);
  }
}

export class ForbiddenError extends RequestError {
  override readonly name = "ForbiddenError";
  readonly status = 403;
  readonly publicKey = "forbidden";
}

export class SignInNeededError extends RequestError {
  override readonly name = "SignInNeededError";
  readonly status = 401;
  readonly publicKey = "signInNeeded";

  constructor() {
    super("This address needs a signed-in visitor");
  }
}

/** Signed in, but without the second factor this account must have. */
export class SecondFactorDueError extends RequestError {
  override readonly name = "SecondFactorDueError";
  readonly status = 403;
  readonly publicKey = "secondFactorDue";

  constructor() {
    super("This official has still to set up a second factor");
  }
}

/** Theirs to do, once they have proved their second factor anew. */
export class ProofNeededError extends RequestError {
  override readonly name = "ProofNeededError";
  readonly status = 403;
  readonly publicKey = "proofNeeded";

  constructor() {
    super("This asks for a fresh proof of the second factor");
  }
}

/** A fault in what was sent: where it is, a code for programs, and words for people. */
export type InputFault = { readonly path: string; readonly code: string; readonly message: string };

export class BadInputError extends RequestError {
  override readonly name = "BadInputError";
  readonly status: 400 | 413 | 415 | 422;
  readonly publicKey: string;
  readonly faults: readonly InputFault[];

  constructor(publicKey: string, faults: readonly InputFault[], status: 400 | 413 | 415 | 422 = 422) {
    super(`${publicKey}: ${faults.map((fault) => `${fault.path} ${fault.code}`).join(", ")}`);
    this.publicKey = publicKey;
    this.faults = faults;
    this.status = status;
  }
}

export class TooManyRequestsError extends RequestError {
  override readonly name = "TooManyRequestsError";
  readonly status = 429;
  readonly publicKey = "tooManyRequests";
}

export class TryLaterError extends RequestError {
  override readonly name = "TryLaterError";
  readonly status = 503;
  readonly publicKey = "tryLater";
}
