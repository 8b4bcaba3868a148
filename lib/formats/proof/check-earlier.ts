import type { EarlierEdition, EditionDocument } from "#lib/domain/edition.ts";
import { differs, type Finding, fits } from "#lib/formats/proof/finding.ts";

/** Whether the edition's number, what it says changed, and the editions it says came before go together. */
export function checkEarlier(edition: EditionDocument): Finding[] {
  return [numberFinding(edition), earlierFinding(edition)];
}

function numberFinding({ number, change, report, address }: EditionDocument): Finding {
  const isWithdrawal = change?.kind === "withdrawal";
  if (number === 1 && change !== null)
    return differs("number", "A first edition changes nothing, and this one says it does.");
  if (number > 1 && change === null) return differs("number", `Edition ${number} does not say what changed.`);
  if (isWithdrawal !== (report.status === "withdrawn")) {
    return differs("number", "The edition and its report do not agree on whether the check is withdrawn.");
  }
  const later = address === "" ? "" : ` Whether there is a newer one, ${address} says.`;
  if (isWithdrawal) return fits("number", `The desk has withdrawn this check: ${change?.why ?? ""}${later}`);
  return fits("number", `Its number and what it says changed go together.${later}`);
}

function earlierFinding({ number, publishedAt, earlier }: EditionDocument): Finding {
  const wrong = (sentence: string) => differs("earlier", sentence);
  if (earlier.length !== number - 1)
    return wrong(`Edition ${number} names ${earlier.length} before it, not ${number - 1}.`);
  for (const [index, one] of earlier.entries()) {
    const next = earlier[index + 1]?.publishedAt ?? publishedAt;
    if (one.number !== index + 1)
      return wrong(`The editions before it are not counted from 1: number ${one.number} stands at ${index + 1}.`);
    if (Date.parse(one.publishedAt) > Date.parse(next))
      return wrong(`Edition ${one.number} is later than the one after it.`);
    if ((one.change === null) !== (one.number === 1))
      return wrong(`Edition ${one.number} does not say what changed as it has to.`);
  }
  if (hasTwice(earlier))
    return wrong("Two of the editions before it have the same digest, and no two editions are the same.");
  if (number === 1) return fits("earlier", "It is the first edition.");
  return fits(
    "earlier",
    `It names the ${number - 1 === 1 ? "edition" : `${number - 1} editions`} before it with ${number === 2 ? "its" : "their"} digest.`,
  );
}

function hasTwice(earlier: readonly EarlierEdition[]): boolean {
  return new Set(earlier.map((one) => one.digest)).size !== earlier.length;
}
