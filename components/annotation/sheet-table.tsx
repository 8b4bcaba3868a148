import { type ColumnRole, columnRoles, columnRoleWords, type SheetView } from "#lib/domain/annotation-sheet.ts";

type Props = {
  sheet: SheetView;
  isNamed: boolean;
  roles: readonly ColumnRole[];
  onRole: (column: number, role: ColumnRole) => void;
};

/** The first rows of a sheet, and above each column what it holds. */
export function SheetTable({ sheet: { columns, rows, count }, isNamed, roles, onRole }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled with the keyboard
    <section className="sheetbox" aria-label="The first rows of the sheet" tabIndex={0}>
      <table className="sheetcells">
        <caption className="vh">
          {rows.length < count ? `The first ${rows.length} of ${count} rows` : "Every row"}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="c-row">
              Row
            </th>
            {columns.map(({ heading }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a sheet never change their order
              <th key={column} scope="col">
                <select
                  className="in"
                  aria-label={isNamed && heading !== "" ? `Column ${column + 1}, ${heading}` : `Column ${column + 1}`}
                  value={roles[column] ?? "out"}
                  onChange={(event) => {
                    const role = columnRoles.find((one) => one === event.target.value);
                    if (role !== undefined) onRole(column, role);
                  }}
                >
                  {columnRoles.map((role) => (
                    <option key={role} value={role}>
                      {columnRoleWords[role]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sheet never change their order
            <tr key={index} data-heads={isNamed && index === 0 ? "" : undefined}>
              <th scope="row" className="c-row">
                {index + 1}
              </th>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a sheet never change their order
                <td key={column} dir="auto" data-out={roles[column] === "out" ? "" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
