import type { EvidenceKind, Stance } from "#lib/domain/evidence.ts";
import { independentOrigins } from "#lib/domain/origins.ts";
import { missingFrom, quotationsIn } from "#lib/domain/quotations.ts";

/** `isSelected` says that the passage was selected in the kept copy. `sourceId` is the source that it was merged into. */
export type GateEvidence = {
  readonly id: string;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly originId: string | null;
  readonly sourceId: string;
  readonly captureId: string | null;
  readonly isSelected: boolean;
  readonly passage: string;
};

/** What the gates look at. Evidence is in its order of display; `rationale` is null while nobody has sent one. */
export type GateFacts = {
  readonly evidence: readonly GateEvidence[];
  readonly rationale: string | null;
  readonly claimant: string;
  /** Requests for a reply that were not withdrawn. */
  readonly asked: number;
  /** The claim's words. */
  readonly quote: string;
  readonly openThreads: number;
};

/** What one gate found, whatever the desk makes of it. */
type Finding = {
  readonly met: boolean;
  readonly what: string;
  readonly why: string;
  readonly count: string;
  readonly pieces: readonly number[];
};

/** What each gate finds in the facts; `needed` is the least number of independent origins. */
export function gateFindings(facts: GateFacts, needed: number) {
  return {
    origins: origins(facts.evidence, needed),
    sourcing: sourcing(facts.evidence),
    captured: captured(facts.evidence),
    rationale: rationale(facts.rationale),
    reply: reply(facts),
    quotations: quotations(facts),
    threads: threads(facts.openThreads),
  };
}

/** Context carries nothing, and nobody is a witness for themselves. */
function counts(item: GateEvidence): boolean {
  return isReliedOn(item) && item.kind !== "claimant";
}

function isReliedOn(item: GateEvidence): boolean {
  return item.stance !== "context";
}

/** Groups of the numbers of what counts; what does not count still ties together what goes back to one root. */
function originsOf(
  evidence: readonly GateEvidence[],
  isCounted: (item: GateEvidence) => boolean,
): readonly (readonly number[])[] {
  const numbers = new Map(evidence.flatMap((item, index) => (isCounted(item) ? [[item.id, index + 1] as const] : [])));
  return independentOrigins(evidence)
    .map((group) => group.flatMap((id) => numbers.get(id) ?? []))
    .filter((group) => group.length > 0);
}

function origins(evidence: readonly GateEvidence[], needed: number): Finding {
  const groups = originsOf(evidence, counts);
  const shared = groups.filter((group) => group.length > 1);
  const have = groups.length;
  const counted = have === 0 ? "No origin" : `${capital(numberWord(have))} ${have === 1 ? "origin" : "origins"}`;
  const same = shared.map((group) => `evidence ${listOf(group)} go back to the same root`).join("; ");
  const met = have >= needed;
  const head = met
    ? `${counted}, and ${numberWord(needed)} ${needed === 1 ? "is" : "are"} enough`
    : `${counted} of ${numberWord(needed)}`;
  const tail =
    same !== ""
      ? `: ${same}`
      : met || evidence.every(counts)
        ? ""
        : ": context and the claimant's own word do not count";
  return {
    met,
    what: needed === 1 ? "One origin" : `${capital(numberWord(needed))} independent origins`,
    why: `${head}${tail}.`,
    count: `${have} of ${needed}`,
    pieces: met ? [] : shared.flat(),
  };
}

function sourcing(evidence: readonly GateEvidence[]): Finding {
  const what = "One primary or three secondary sources";
  const primary = evidence.filter((item) => counts(item) && (item.kind === "primary" || item.kind === "official"));
  const secondary = originsOf(
    evidence,
    (item) => counts(item) && (item.kind === "secondary" || item.kind === "expert"),
  ).length;
  const met = primary.length > 0 || secondary >= 3;
  if (primary.length > 0) {
    const count = `${primary.length} primary`;
    return { met, what, why: `${capital(numberWord(primary.length))} primary or official.`, count, pieces: [] };
  }
  const have = `${capital(numberWord(secondary))} secondary of different origins`;
  const why = met
    ? `${have}.`
    : `Nothing primary or official, and ${have.toLowerCase()} of the three that are needed instead.`;
  return { met, what, why, count: `${secondary} secondary`, pieces: [] };
}

function captured(evidence: readonly GateEvidence[]): Finding {
  const what = "Every relied-on source kept";
  const relied = evidence.flatMap((item, index) => (isReliedOn(item) ? [{ item, number: index + 1 }] : []));
  const missing = relied.filter(({ item }) => item.captureId === null).map(({ number }) => number);
  const count = relied.length === 0 ? "none yet" : `${relied.length - missing.length} of ${relied.length}`;
  if (relied.length === 0) return { met: true, what, why: "Nothing is relied on yet.", count, pieces: [] };
  if (missing.length === 0) return { met: true, what, why: "A copy of each is kept.", count, pieces: [] };
  const verb = missing.length === 1 ? "has" : "have";
  return { met: false, what, why: `Evidence ${listOf(missing)} ${verb} no kept copy.`, count, pieces: missing };
}

function rationale(words: string | null): Finding {
  const what = "Rationale written";
  if (words === null) return { met: true, what, why: "The form asks for it.", count: "in the form", pieces: [] };
  const met = words.trim() !== "";
  return { met, what, why: met ? "It is there." : "There is no rationale yet.", count: "", pieces: [] };
}

function reply({ claimant, asked }: GateFacts): Finding {
  const what = "Claimant asked for reply";
  if (asked > 0) {
    const times = asked === 1 ? "asked" : `asked ${asked} times`;
    return { met: true, what, why: `${capital(times)}.`, count: times, pieces: [] };
  }
  if (claimant.trim() === "") {
    return {
      met: true,
      what,
      why: "No claimant is named, so there is nobody to ask.",
      count: "nobody named",
      pieces: [],
    };
  }
  return {
    met: false,
    what,
    why: "The claimant is named, and nobody has asked for a reply.",
    count: "not asked",
    pieces: [],
  };
}

function quotations({ quote, evidence }: GateFacts): Finding {
  const what = "Quotations checked";
  const passages = evidence.filter((item) => item.captureId !== null && item.isSelected).map((item) => item.passage);
  const quoted = quotationsIn(quote).map(({ start, end }) => quote.slice(start, end));
  const missing = missingFrom(passages, quoted);
  const count = quoted.length === 0 ? "none in this claim" : `${quoted.length - missing.length} of ${quoted.length}`;
  const [first] = missing;
  if (quoted.length === 0) return { met: true, what, why: "This claim quotes nobody.", count, pieces: [] };
  if (first === undefined)
    return { met: true, what, why: "They stand word for word in a kept copy.", count, pieces: [] };
  const others =
    missing.length === 1
      ? ""
      : `, nor ${missing.length === 2 ? "does another one" : `do ${missing.length - 1} others`}`;
  const why = `“${shortened(first.trim())}” does not stand word for word in a passage selected in a kept copy${others}.`;
  return { met: false, what, why, count, pieces: [] };
}

function threads(open: number): Finding {
  const what = "No unresolved thread";
  if (open === 0) return { met: true, what, why: "No thread is open.", count: "", pieces: [] };
  const why = open === 1 ? "One thread is still open." : `${capital(numberWord(open))} threads are still open.`;
  return { met: false, what, why, count: `${open} open`, pieces: [] };
}

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function numberWord(number: number): string {
  return words[number] ?? String(number);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "1", "1 and 3", "1, 2 and 5"; of more than eight the first ones and how many there are besides. */
function listOf(numbers: readonly number[]): string {
  if (numbers.length > 8) return `${numbers.slice(0, 7).join(", ")} and ${numbers.length - 7} more`;
  const last = numbers.at(-1) ?? "";
  return numbers.length < 2 ? String(last) : `${numbers.slice(0, -1).join(", ")} and ${last}`;
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= 80 ? text : `${letters.slice(0, 79).join("").trimEnd()}…`;
}
