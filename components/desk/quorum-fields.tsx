import { SelectField, TextField } from "#components/ui/field.tsx";

type Props = {
  desk: { readonly approvalsNeeded: number; readonly voters: number; readonly printDissent: boolean };
};

const small = { type: "number", inputMode: "numeric", min: 1, max: 9 } as const;

/** How a desk decides: `approvalsNeeded`, `voters`, `printDissent`. */
export function QuorumFields({ desk }: Props) {
  return (
    <>
      <TextField
        name="approvalsNeeded"
        label="Approvals a verdict needs"
        hint="Never from somebody who worked on the claim."
        {...small}
        defaultValue={desk.approvalsNeeded}
      />
      <TextField
        name="voters"
        label="Colleagues who vote"
        hint="As many as have to approve, or more for a vote: with 2 approvals and 3 who vote, two carry it against one."
        {...small}
        defaultValue={desk.voters}
      />
      <SelectField
        name="printDissent"
        label="Votes against in the report"
        hint="With the name and the comment of whoever voted against."
        defaultValue={desk.printDissent ? "yes" : "no"}
      >
        <option value="yes">Print them</option>
        <option value="no">Leave them out</option>
      </SelectField>
    </>
  );
}
