import "server-only";

/** Something outside the program keeps it from starting. The message is a sentence for whoever runs it; no stack is shown. */
export class StartupProblem extends Error {
  override readonly name = "StartupProblem";
}
