"use client";

import { sourceName } from "#components/evidence/source-line.tsx";
import { SelectField, TextArea, TextField } from "#components/ui/field.tsx";
import { useField, useFormContext } from "#components/ui/form-context.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

type Props = {
  evidence: EvidenceView | null;
  /** The claim's evidence with its numbers, to share an origin with. */
  others: readonly { readonly number: number; readonly evidence: EvidenceView }[];
};

const rare = ["confidential", "publicAs", "calculation", "sameOriginAs"] as const;

/** What most evidence does without: secrecy, a calculation, an origin shared with another piece. Folded until it is used. */
export function RareFields({ evidence, others }: Props) {
  const { errors, values } = useFormContext();
  const sharing = others.find(
    (other) => evidence?.originLabel != null && other.evidence.originLabel === evidence.originLabel,
  );
  const calculation = evidence?.calculation.map((step) => step.line).join("\n");
  const isUsed =
    evidence?.confidential === true || (calculation !== undefined && calculation !== "") || sharing !== undefined;
  const isTyped = rare.some((name) => errors[name] !== undefined || (values[name] ?? "") !== "");
  return (
    <details className="unfold" open={isUsed || isTyped}>
      <summary>More: confidential source, calculation{others.length > 0 && ", origin"}</summary>
      <div className="stack">
        <Confidential evidence={evidence} />
        <TextArea
          name="calculation"
          label="Calculation"
          hint="One step a line: 1 913 406 / 212 = 9025.5, or fare = 12.5 * 3. Each is recomputed."
          defaultValue={calculation}
          maxLength={5000}
          rows={3}
          dir="ltr"
        />
        {others.length > 0 && (
          <SelectField
            name="sameOriginAs"
            label="Origin"
            hint="Two that go back to the same root count once."
            defaultValue={sharing?.evidence.id ?? ""}
          >
            <option value="">An origin of its own</option>
            {others.map((other) => (
              <option key={other.evidence.id} value={other.evidence.id}>
                {`The same as evidence ${other.number}: ${sourceName(other.evidence.source)}`}
              </option>
            ))}
          </SelectField>
        )}
      </div>
    </details>
  );
}

function Confidential({ evidence }: { evidence: EvidenceView | null }) {
  const { value } = useField("confidential", "Confidential");
  return (
    <div className="stack secrecy">
      <label className="tick">
        <input
          type="checkbox"
          name="confidential"
          defaultChecked={value === undefined ? evidence?.confidential === true : value !== ""}
        />
        <span>Confidential: named on the desk, never in a report</span>
      </label>
      <TextField
        name="publicAs"
        label="Described in reports as"
        hint="For example “an engineer at the yard”. Left empty: “a source known to the desk”. Nothing else of it is printed, its words neither."
        defaultValue={evidence?.publicAs}
        maxLength={300}
      />
    </div>
  );
}
