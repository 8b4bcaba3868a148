type Node = Readonly<Record<string, unknown>>;

/** With a scheme, and nothing that no IRI may hold. */
export const absoluteIri = /^(?:https?:\/\/|urn:uuid:|ni:\/\/\/)[^\s<>"{}|\\^`]+$/;

const models =
  "Annotation AnnotationCollection AnnotationPage TextualBody SpecificResource TimeState Person Organization Software";
const types = new Set(`${models} TextQuoteSelector TextPositionSelector`.split(" "));
const motivations = new Set(["assessing", "describing", "linking", "tagging", "commenting"]);
const terms =
  "@context id type label creator created generator generated total first last partOf startIndex items canonical motivation body target source state selector exact prefix suffix start end purpose value format language textDirection sourceDate cached name homepage";
const known = new Set(terms.split(" "));

/**
 * What of a collection does not keep to the Web Annotation Data Model: terms and types that its context does not have (those
 * of schema.org but with the prefix), ids that are relative or used twice, and what each kind of node has to have.
 */
export function modelProblems(root: Node): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  if (root["@context"] !== "http://www.w3.org/ns/anno.jsonld") problems.push("The context is another.");
  visit(root, "$");
  return problems;

  function visit(value: unknown, path: string): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    } else if (isNode(value)) {
      for (const [name, field] of Object.entries(value)) {
        if (!known.has(name) && !/^schema:[A-Za-z]+$/.test(name)) problems.push(`${path}.${name} is no term.`);
        if (field === null || field === "") problems.push(`${path}.${name} is empty.`);
        visit(field, `${path}.${name}`);
      }
      problems.push(...nodeProblems(value, ids).map((problem) => `${path} ${problem}`));
    }
  }
}

function nodeProblems(node: Node, ids: Set<string>): string[] {
  const problems: string[] = [];
  const { type } = node;
  for (const name of ["id", "canonical", "source", "cached", "homepage", "partOf", "last"]) {
    const iri = node[name];
    if (typeof iri === "string" && !absoluteIri.test(iri))
      problems.push(`has a ${name} that is no absolute IRI: ${iri}`);
  }
  const isSchema = typeof type === "string" && type.startsWith("schema:");
  if (type !== undefined && !isSchema && (typeof type !== "string" || !types.has(type))) problems.push(`is a ${type}.`);
  for (const name of ["created", "generated", "sourceDate"]) {
    const at = node[name];
    if (at !== undefined && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(at))) problems.push(`has a ${name} of ${at}.`);
  }
  const needs = (...names: readonly string[]) => {
    for (const name of names) if (node[name] === undefined) problems.push(`has no ${name}.`);
  };
  if (type === "Annotation" || type === "AnnotationPage" || type === "AnnotationCollection") {
    needs("id");
    if (ids.has(String(node.id))) problems.push(`has an id that is another’s: ${node.id}`);
    ids.add(String(node.id));
  }
  if (type === "Annotation") {
    needs("target", "motivation", "creator", "created", "generator");
    if (!motivations.has(String(node.motivation))) problems.push(`has the motivation ${node.motivation}.`);
  }
  if (type === "AnnotationCollection") needs("label", "total", ...(node.total === 0 ? [] : ["first", "last"]));
  if (type === "AnnotationPage" && (!Array.isArray(node.items) || node.items.length === 0))
    problems.push("has no items.");
  if (type === "SpecificResource") needs("source");
  if (type === "TextualBody") needs("value", "purpose");
  if (type === "TextQuoteSelector") needs("exact");
  if (type === "TextPositionSelector" && !(Number(node.start) >= 0 && Number(node.end) >= Number(node.start)))
    problems.push("has no place.");
  if (type === "TimeState") needs("sourceDate");
  return problems;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
