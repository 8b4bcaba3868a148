/** Whether two values agree in each of the named fields, which hold text, numbers or null. */
export function hasSameFields<Name extends string>(
  names: readonly Name[],
  a: Readonly<Record<Name, string | number | null>>,
  b: Readonly<Record<Name, string | number | null>>,
): boolean {
  return names.every((name) => a[name] === b[name]);
}
