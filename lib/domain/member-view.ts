/** Times are ISO 8601 in UTC, days `YYYY-MM-DD`; components format them for the reader. */
export type MemberView = { readonly id: string; readonly name: string };
