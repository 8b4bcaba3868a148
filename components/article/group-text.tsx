import type { ReactNode } from "react";
import type { BlockGroup, Unit } from "#lib/domain/sheet.ts";

/** Blocks that make one thing on the page; items of a list stand in it. */
export function GroupText({
  group: { type, first, units },
  drawUnit,
}: {
  group: BlockGroup;
  drawUnit: (unit: Unit) => ReactNode;
}) {
  if (type !== "list-item") return units.map(drawUnit);
  return (
    <ul className="items" dir={first.dir}>
      {units.map((unit) => (
        <li key={unit.start}>{drawUnit(unit)}</li>
      ))}
    </ul>
  );
}
