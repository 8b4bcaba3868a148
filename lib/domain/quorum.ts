/**
 * How a desk decides: of `voters` colleagues, `needed` approvals carry. One reviewer is 1 of 1, a researcher and two
 * editors 2 of 2, three editors of whom two carry 2 of 3. `printDissent`: votes against are named in the report.
 */
export type Quorum = { readonly needed: number; readonly voters: number; readonly printDissent: boolean };

/** What somebody asks a desk to decide by. */
type Asked = {
  readonly approvalsNeeded: number;
  readonly voters?: number | undefined;
  readonly printDissent?: "yes" | "no" | undefined;
};

/** The quorum that a desk has after this was asked: without a number of voters, as many as have to approve. */
export function quorumAsked(asked: Asked, before: Quorum): Quorum {
  const { approvalsNeeded: needed, voters = needed, printDissent } = asked;
  return { needed, voters, printDissent: printDissent === undefined ? before.printDissent : printDissent === "yes" };
}

/** A vote is for or against where more vote than have to approve; else it approves or returns. */
export function isBallot({ needed, voters }: Quorum): boolean {
  return voters > needed;
}

/** "one approval lets it stand", "2 approvals let it stand", "2 of 3 votes carry". */
export function quorumWords(quorum: Quorum): string {
  const { needed, voters } = quorum;
  if (isBallot(quorum)) return `${needed} of ${voters} votes carry`;
  return needed === 1 ? "one approval lets it stand" : `${needed} approvals let it stand`;
}

/** A quorum by the names of the fields of a form. */
export function quorumAsFields({ needed, voters, printDissent }: Quorum) {
  return { approvalsNeeded: String(needed), voters: String(voters), printDissent: printDissent ? "yes" : "no" };
}
