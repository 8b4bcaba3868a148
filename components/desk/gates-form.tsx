"use client";

import { useRef } from "react";
import { QuorumFields } from "#components/desk/quorum-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { useField } from "#components/ui/form-context.ts";
import { writeField } from "#components/ui/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import {
  type Gate,
  type GateMode,
  type GatePolicy,
  type GateStage,
  gateModes,
  gateNames,
  gateStages,
  gates,
} from "#lib/domain/gate.ts";
import { type GatePreset, gatePresets } from "#lib/domain/gate-presets.ts";

type Props = {
  policy: GatePolicy & {
    readonly approvalsNeeded: number;
    readonly voters: number;
    readonly printDissent: boolean;
    readonly rowVersion: number;
  };
  /** `rowVersion`, `origins`, `approvalsNeeded`, `voters`, `printDissent`, and a mode in each of `origins-propose`, `origins-approve` … */
  action: FormAction;
};

/** What the desk asks before a verdict goes on: a table of gates and stages, and published methods to begin with. */
export function GatesForm({ policy, action }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const take = (preset: GatePreset) => {
    const form = root.current?.querySelector("form");
    if (form == null) return;
    for (const [name, value] of Object.entries(fieldsOf(preset))) writeField(form, name, value);
    showToast(`“${preset.name}” is filled in. Save the gates to use it.`);
  };
  return (
    <>
      <div className="phead">
        <h1>Gates</h1>
      </div>
      <p className="soft max-w-160">
        A gate that is required holds a verdict back until it is met, or until an editor who did not work on the claim
        overrides it with a reason. The report prints the reason.
      </p>
      <section className="sec" aria-labelledby="presets-head">
        <h2 id="presets-head">Begin with a published method</h2>
        <ul className="presets">
          {gatePresets.map((preset) => (
            <li key={preset.name}>
              <Button onClick={() => take(preset)}>{preset.name}</Button>
              <span className="soft">{preset.about}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="sec" aria-labelledby="gates-head" ref={root}>
        <h2 id="gates-head">What this desk asks</h2>
        <Form
          action={action}
          label="Gates"
          hidden={{ rowVersion: String(policy.rowVersion) }}
          onSaved={() => showToast("The gates are saved.")}
        >
          <table className="gatetable">
            <thead>
              <tr>
                <th scope="col">Gate</th>
                {gateStages.map((stage) => (
                  <th key={stage} scope="col">
                    {stageWords[stage]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {gates.map((gate) => (
                <tr key={gate}>
                  <th scope="row">
                    {gateNames[gate]}
                    <span className="sub">{gateAbout[gate]}</span>
                  </th>
                  {gateStages.map((stage) => (
                    <td key={stage}>
                      <Mode gate={gate} stage={stage} mode={policy.modes[gate][stage]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <div className="stack mt-5 max-w-120">
            <TextField
              name="origins"
              label="Independent origins"
              type="number"
              inputMode="numeric"
              min={1}
              max={9}
              defaultValue={policy.origins}
            />
            <QuorumFields desk={policy} />
          </div>
          <div className="acts">
            <SubmitButton>Save the gates</SubmitButton>
            <span className="why">They hold from the next proposal, approval or publication on.</span>
          </div>
        </Form>
      </section>
    </>
  );
}

function Mode({ gate, stage, mode }: { gate: Gate; stage: GateStage; mode: GateMode }) {
  const name = `${gate}-${stage}`;
  const label = `${gateNames[gate]}, ${stageWords[stage].toLowerCase()}`;
  const { value } = useField(name, label);
  return (
    <label>
      <span className="at" aria-hidden="true">
        {stageWords[stage]}
      </span>
      <select className="in" name={name} aria-label={label} defaultValue={value ?? mode}>
        {gateModes.map((option) => (
          <option key={option} value={option}>
            {modeWords[option]}
          </option>
        ))}
      </select>
    </label>
  );
}

function fieldsOf({ policy, approvalsNeeded, voters }: GatePreset): Record<string, string> {
  const modes = gates.flatMap((gate) =>
    gateStages.map((stage) => [`${gate}-${stage}`, policy.modes[gate][stage]] as const),
  );
  const numbers = { origins: policy.origins, approvalsNeeded, voters };
  return {
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
    ...Object.fromEntries(modes),
  };
}

const stageWords: Readonly<Record<GateStage, string>> = {
  propose: "To propose",
  approve: "To approve",
  publish: "To publish",
};

const modeWords: Readonly<Record<GateMode, string>> = { off: "Off", warn: "Warn", require: "Require" };

const gateAbout: Readonly<Record<Gate, string>> = {
  origins: "Evidence that goes back to one root counts once.",
  sourcing: "One primary or official source, or three secondary or expert ones.",
  captured: "Each source that supports or refutes has a kept copy.",
  rationale: "It says why. A proposal is never made without one.",
  reply: "A claimant who is named was asked.",
  quotations: "Quoted words stand word for word in a kept copy.",
  threads: "Every discussion of the claim is resolved.",
};
