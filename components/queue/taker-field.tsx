import { SelectField } from "#components/ui/field.tsx";
import type { MemberView } from "#lib/domain/member-view.ts";

type Props = {
  name: string;
  /** How many open claims go over. */
  claims: number;
  isMine?: boolean;
  takers: readonly MemberView[];
};

/** Chooses who takes somebody's open work over: a member, or nobody (empty). */
export function TakerField({ name, claims, isMine = false, takers }: Props) {
  const whose = isMine ? "Your" : "Their";
  return (
    <SelectField
      name={name}
      label={claims === 1 ? `${whose} open claim goes to` : `${whose} ${claims} open claims go to`}
    >
      <option value="">Nobody: they wait in Unassigned</option>
      {takers.map((taker) => (
        <option key={taker.id} value={taker.id}>
          {taker.name}
        </option>
      ))}
    </SelectField>
  );
}
