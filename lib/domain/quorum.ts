/**
 * How a desk decides: of `voters` colleagues, `needed` approvals carry. One reviewer is 1 of 1, a researcher and two
 * editors 2 of 2, three editors of whom two carry 2 of 3. `printDissent`: votes against are named in the report.
 */
export type Quorum = { readonly needed: number; readonly voters: number; readonly printDissent: boolean };
