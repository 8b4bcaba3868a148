import "server-only";

/**
 * Why a page could not be fetched. A name that leads inside the network, one that does not exist and one where nothing
 * answers are all `unreachable`: telling them apart would let a member map the network.
 */
export type FetchProblem =
  | { readonly kind: "bad-address" }
  | { readonly kind: "scheme" }
  | { readonly kind: "credentials" }
  | { readonly kind: "port" }
  | { readonly kind: "not-public" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "timeout" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "too-large" }
  | { readonly kind: "too-many-redirects" }
  | { readonly kind: "bad-answer" }
  | { readonly kind: "content-type" }
  | {
      readonly kind: "status";
      readonly status: number;
      /** The header Retry-After as it came, where it came. */
      readonly retryAfter?: string;
    };

const instead = "Open the page in a browser, then upload the saved page or paste its text.";

/** What to tell the person who asked for the page: what happened and what to do. */
export function fetchProblemSentence(problem: FetchProblem): string {
  switch (problem.kind) {
    case "bad-address":
      return "This is not a web address. Enter one that begins with https:// or http://.";
    case "scheme":
      return "Only addresses that begin with https:// or http:// can be fetched.";
    case "credentials":
      return "The address has a user name or password in it. Remove it and try again.";
    case "port":
      return "Only the usual web ports (80 and 443) can be fetched. An administrator can allow others with STET_FETCH_ALLOW.";
    case "not-public":
      return "Only public web addresses can be fetched. An administrator can allow others with STET_FETCH_ALLOW.";
    case "unreachable":
      return `No public page could be reached at this address. Check its spelling. ${instead}`;
    case "timeout":
      return `The page took too long to answer. Try again later. ${instead}`;
    case "cancelled":
      return "The fetch was cancelled. Start it again when you are ready.";
    case "too-large":
      return "The page is too large to fetch. Paste the text you need instead.";
    case "too-many-redirects":
      return `The address led from one page to the next more than five times. ${instead}`;
    case "bad-answer":
      return `The site's answer could not be read. Try again later. ${instead}`;
    case "content-type":
      return "This address leads to something that cannot be read as a text. Enter the address of the article itself, or paste its text.";
    case "status":
      return statusSentence(problem.status);
  }
}

function statusSentence(status: number): string {
  if (status === 404 || status === 410) return "The page does not exist there (any more). Check the address.";
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return `The site does not show this page to Stet (it answered ${status}). ${instead}`;
  }
  if (status === 429) return `The site asks for a pause (it answered 429). Try again in some minutes. ${instead}`;
  return `The site did not deliver the page (it answered ${status}). Try again later. ${instead}`;
}
