import { type ReportTemplate, reportTemplates } from "#lib/domain/edition.ts";

const templates: Readonly<Record<ReportTemplate, string>> = {
  public: "For the public",
  editor: "For the editor",
  writer: "For the writer",
};

const languages = new Intl.DisplayNames("en", { type: "language" });

/** For whom an edition is. What is no template stays as it is. */
export function templateName(template: string): string {
  const known = reportTemplates.find((one) => one === template);
  return known === undefined ? template : templates[known];
}

/** The name of a BCP 47 tag. What has none stays as it is. */
export function languageName(tag: string): string {
  return tag === "" ? tag : (languages.of(tag) ?? tag);
}
