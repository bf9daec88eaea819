/** Something about the embedded database that the person at the terminal can mend: told in words, without a trace. */
export class EmbeddedDatabaseError extends Error {
  override readonly name: string = "EmbeddedDatabaseError";
}

export class AlreadyRunningError extends EmbeddedDatabaseError {
  override readonly name = "AlreadyRunningError";
}
