import { Icon } from "#components/ui/icon.tsx";

export type Check = {
  readonly key: "statement" | "evidence" | "rating" | "rationale";
  readonly what: string;
  readonly met: boolean;
  readonly rule: string;
};

/** What has to be there before a verdict can be proposed: each met, or in the way. */
export function Checklist({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="gates">
      {checks.map((check) => (
        <li key={check.key} className={check.met ? "ok" : "no"}>
          <Icon name={check.met ? "check" : "cross"} />
          <span className="what">
            <span className="vh">{check.met ? "Met: " : "In the way: "}</span>
            {check.what}
          </span>
          <span className="rule">{check.rule}</span>
        </li>
      ))}
    </ul>
  );
}

/** What stands in the way, first things first. Evidence can be replaced by an explanation in the rationale. */
export function checksOf(facts: { statement: string; evidence: number; ratingId: string; rationale: string }): Check[] {
  const explained = facts.rationale.trim() !== "";
  const pieces = facts.evidence === 1 ? "1 piece" : `${facts.evidence} pieces`;
  const evidence = facts.evidence > 0;
  return [
    { key: "statement", what: "Statement written", met: facts.statement.trim() !== "", rule: "required" },
    {
      key: "evidence",
      what: "Evidence linked, or its absence explained",
      met: evidence || explained,
      rule: evidence ? pieces : explained ? "explained" : "required",
    },
    { key: "rating", what: "Rating chosen", met: facts.ratingId !== "", rule: "required" },
    { key: "rationale", what: "Rationale written", met: explained, rule: "required" },
  ];
}
