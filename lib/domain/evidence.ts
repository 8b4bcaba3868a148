export const stances = ["supports", "refutes", "context"] as const;
export type Stance = (typeof stances)[number];
export const stanceWords: Readonly<Record<Stance, string>> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
};

export const evidenceKinds = ["primary", "secondary", "expert", "official", "claimant"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceKindWords: Readonly<Record<EvidenceKind, string>> = {
  primary: "Primary",
  secondary: "Secondary",
  expert: "Expert",
  official: "Official",
  claimant: "Claimant",
};

export const sourceKinds = ["publication", "document", "dataset", "recording", "post", "interview", "person"] as const;
export type SourceKind = (typeof sourceKinds)[number];
export const sourceKindWords: Readonly<Record<SourceKind, string>> = {
  publication: "Publication",
  document: "Document",
  dataset: "Dataset",
  recording: "Recording",
  post: "Social post",
  interview: "Interview",
  person: "Person",
};
