type Words = {
  /** Before a name or a number: no sentence ends here. */
  readonly never?: string;
  /** A sentence ends here only when the next word is one that sentences begin with. */
  readonly seldom?: string;
  /** No sentence ends here when a number follows. */
  readonly numbered?: string;
  readonly openers?: string;
};

/** Known in every language, for names and titles travel. */
const everywhere: Words = {
  never: "dr prof mr mrs ms mme mlle sr sra st vs cf",
  seldom: "etc inc ltd co corp jr bros ca approx",
  numbered: "no nos nr vol fig figs p pp art abs sec ch par",
};

const byLanguage: Readonly<Record<string, Words>> = {
  en: {
    never: "sen rep gov gen col lt capt sgt cpl maj cmdr adm rev hon pres messrs supt insp",
    seldom: "dept univ est jan feb mar apr jun jul aug sept sep oct nov dec ave blvd rd ft mt",
    openers:
      "a after all an and as at because before but by for from he her here his how i if in it its many my no not now on one or our she since so some that the their then there these they this those to under until we what when where while who why with you your",
  },
  de: {
    never: "hr fr frl dipl ing med phil jur hl bzw vgl sog ggf evtl inkl zzgl geb gest ehem mio mrd tsd",
    seldom: "usw str jh jhd mind max jan febr aug sept okt nov dez",
    numbered: "bd s rn ziff anm kap tel",
    openers:
      "aber als an auch auf aus bei bis da damit dann das dass dem den der des die dies diese dieser doch ein eine einen einer er es für hier ich ihr im in ist kein mit nach nicht noch nun nur ob seit sie sein seine so trotz über um und unter viele vom von vor wann warum was weil wenn wer wie wir wo zu zum zur",
  },
  fr: {
    never: "mgr pr me ste cie bd av env",
    seldom: "etc janv févr juil sept oct nov déc",
    numbered: "n t éd chap",
    openers:
      "à après au aussi avec c ce cela ces cette ceux comme d dans de depuis des du elle elles en et il ils j je l la le les leur mais nous on or ou par pour quand que qui sa sans selon ses si son sur tous tout un une vous",
  },
  es: {
    never: "d dña dra ud uds vd lic ing avda gral pdte",
    numbered: "pág págs núm cap tomo",
    openers:
      "a al así aunque como con cuando de del desde el ella ellos en entre es esta este la las le lo los no para pero por que se según si sin su sus también un una y ya",
  },
  it: {
    never: "sig sigg dott avv ing on arch geom",
    numbered: "pag cap n",
    openers:
      "a al anche che ci come con da dal del di e è gli i il in io la le lo ma nel non per poi quando se si sono su un una",
  },
  nl: {
    never: "dhr mevr ir drs mr bijv jl",
    seldom: "enz",
    numbered: "blz",
    openers:
      "als bij daar dat de deze die dit door een en er haar het hij ik in is maar met na naar niet nu of om ook op te toen van voor we wie wij ze zij zijn zo",
  },
  pt: {
    never: "dra d exmo eng av",
    numbered: "pág núm",
    openers:
      "a ao as com como da de do e ela ele em entre é foi isso mas na não no o os para por quando que se sem seu sua também um uma",
  },
  sv: {
    never: "bl t d kl",
    seldom: "osv m.m",
    openers: "att av de den det en ett för han hon i jag men när och om på som så till vi är",
  },
  da: {
    never: "bl kl hr fr",
    seldom: "osv m.v",
    openers: "at da de den der det en et for han hun i jeg men når og om på som så til vi",
  },
  nb: {
    never: "bl kl hr fr",
    seldom: "osv mv",
    openers: "at da de den der det en et for han hun i jeg men når og om på som så til vi",
  },
  pl: {
    never: "ul tzn np al gen płk ks im",
    seldom: "itd itp tys mln mld",
    numbered: "nr s r",
    openers:
      "a ale by co dla do gdy i jak jest już która który na nie od on ona oni po pod po są ta tak te ten to tym w we z za że",
  },
};

/** Languages that write "the fifth of May" with a dot after the number. */
const ordinals = new Set([
  "cs",
  "da",
  "de",
  "et",
  "fi",
  "fo",
  "hr",
  "hu",
  "is",
  "lb",
  "lv",
  "nb",
  "nn",
  "no",
  "sk",
  "sl",
  "sr",
  "tr",
]);

export type Abbreviations = {
  readonly never: ReadonlySet<string>;
  readonly seldom: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly ordinals: boolean;
};

const known = new Map<string, Abbreviations>();

/** What a full stop may stand after without ending a sentence; for a BCP 47 tag by its first part, words in lower case. */
export function abbreviationsOf(tag: string): Abbreviations {
  const language = tag.toLowerCase().split("-", 1)[0] ?? "";
  const kept = known.get(language);
  if (kept !== undefined) return kept;
  const own = byLanguage[language === "no" || language === "nn" ? "nb" : language] ?? {};
  const both = (kind: keyof Words) =>
    new Set(`${everywhere[kind] ?? ""} ${own[kind] ?? ""}`.split(" ").filter(Boolean));
  const made = {
    never: both("never"),
    seldom: both("seldom"),
    numbered: both("numbered"),
    openers: both("openers"),
    ordinals: ordinals.has(language),
  };
  if (language in byLanguage) known.set(language, made);
  return made;
}
