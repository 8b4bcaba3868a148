import type { Role } from "#lib/domain/role.ts";

export type SamplePerson = { readonly name: string; readonly email: string; readonly role: Role };

/** The colleagues of the sample desk. Addresses are in a domain that is reserved for examples (RFC 2606). */
export const samplePeople = {
  ines: { name: "Ines Okoro", email: "ines.okoro@example.org", role: "checker" },
  teodor: { name: "Teodor Brandt", email: "teodor.brandt@example.org", role: "checker" },
  padma: { name: "Padma Ellery", email: "padma.ellery@example.org", role: "editor" },
  jonas: { name: "Jonas Achterberg", email: "jonas.achterberg@example.org", role: "editor" },
  sunniva: { name: "Sunniva Hald", email: "sunniva.hald@example.org", role: "admin" },
} as const satisfies Readonly<Record<string, SamplePerson>>;

export type PersonKey = keyof typeof samplePeople;
