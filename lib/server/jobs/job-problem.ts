import "server-only";

/** Why a job could not be done this time, as a sentence for people. The job is tried again, and then kept as failed. */
export class JobProblem extends Error {
  override readonly name = "JobProblem";
}
