/** What the reader of a copy came from: a claim, and perhaps one piece of its evidence. */
export type QuotingFor = {
  readonly claim: {
    readonly id: string;
    readonly articleId: string;
    readonly number: number;
    readonly statement: string;
  } | null;
  readonly evidence: {
    readonly evidenceId: string;
    /** As the claim counts it, from 1. */
    readonly number: number;
    readonly rowVersion: number;
    /** Whether it names a place in this very copy already. */
    readonly hasPlace: boolean;
  } | null;
};
