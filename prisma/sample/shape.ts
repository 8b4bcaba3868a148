import type { Priority } from "#lib/domain/claim.ts";
import type { EvidenceKind, Stance } from "#lib/domain/evidence.ts";
import type { ReplyChannel } from "#lib/domain/reply.ts";
import type { PersonKey } from "#prisma/sample/people.ts";
import type { SourceKey } from "#prisma/sample/sources.ts";

/**
 * `sameOriginAs` is the place (from 0) of an earlier item of the same claim that goes back to the same root. `isKept`: a
 * copy of the source is kept first, and the passage is bound to its place in it. `publicAs` makes the source confidential.
 */
export type SampleEvidence = {
  readonly source: SourceKey;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly passage: string;
  readonly locator: string;
  readonly note: string;
  readonly linkedBy: PersonKey;
  readonly sameOriginAs?: number;
  readonly isKept?: true;
  readonly calculation?: string;
  readonly publicAs?: string;
};

/** What happens to a claim after it was marked and its evidence linked. Ratings are labels of the default scale. */
export type SampleStep =
  | { readonly do: "take"; readonly by: PersonKey }
  | {
      readonly do: "assign";
      readonly by: PersonKey;
      readonly to: PersonKey;
      /** Whole days from the day the sample is loaded; negative is overdue. */
      readonly dueInDays: number;
      readonly priority: Priority;
    }
  | {
      readonly do: "propose";
      readonly by: PersonKey;
      readonly rating: string;
      readonly rationale: string;
      readonly asOf: string;
      readonly suggestedWording?: string;
    }
  | {
      readonly do: "return";
      readonly by: PersonKey;
      readonly comment: string;
      /** What the reviewer would write instead. */
      readonly rationale?: string;
      readonly suggestedWording?: string;
    }
  | { readonly do: "approve"; readonly by: PersonKey; readonly comment?: string }
  | {
      readonly do: "edit-evidence";
      readonly by: PersonKey;
      /** The place of the item in the claim's evidence, from 0. */
      readonly evidence: number;
      readonly passage: string;
    }
  | { readonly do: "keep"; readonly by: PersonKey; readonly source: SourceKey }
  | {
      readonly do: "ask";
      readonly by: PersonKey;
      readonly askedOf: string;
      readonly contact: string;
      readonly channel: ReplyChannel;
      readonly text: string;
      /** Hours from the moment the sample is loaded; negative has passed. */
      readonly dueInHours: number;
      /** What came back before the claim went on; nothing, when it is left out. */
      readonly answer?: string;
    }
  | {
      /** The gate of independent origins, required for as long as it takes to override it. */
      readonly do: "override";
      readonly by: PersonKey;
      readonly reason: string;
    }
  | {
      /** A second verdict, given blind. */
      readonly do: "second";
      readonly by: PersonKey;
      readonly of: PersonKey;
      readonly rating: string;
      readonly rationale: string;
      readonly asOf: string;
    }
  | {
      /** A discussion of the claim, of two messages; open unless `resolved` says what came of it. */
      readonly do: "discuss";
      readonly by: PersonKey;
      readonly with: PersonKey;
      readonly text: string;
      readonly answer: string;
      readonly resolved?: string;
    }
  | {
      /** The claim says the same as the one of these words in the same article, and takes over its verdict. */
      readonly do: "share";
      readonly by: PersonKey;
      readonly quote: string;
    }
  | { readonly do: "edit-statement"; readonly by: PersonKey; readonly statement: string }
  | { readonly do: "withdraw"; readonly by: PersonKey; readonly reason: string };

/** `quote` is the claim's exact words, found once in the article's composed text. */
export type SampleClaim = {
  readonly quote: string;
  readonly statement: string;
  readonly claimant: string;
  readonly saidOn: string;
  readonly saidIn: string;
  readonly markedBy: PersonKey;
  readonly evidence: readonly SampleEvidence[];
  readonly steps: readonly SampleStep[];
};

/** A file that the desk keeps of a source. `isFetched`: as it stood at the source's address. */
export type SampleCopy = {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
  readonly isFetched?: true;
};

/** `markdown` is what the importer reads. */
export type SampleArticle = {
  readonly title: string;
  readonly byline: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly language: string;
  readonly importedBy: PersonKey;
  readonly markdown: string;
  readonly claims: readonly SampleClaim[];
};
