import type { PageBlock } from "#lib/formats/import/main/page-outline.ts";
import { endsSentence } from "#lib/formats/import/main/page-outline.ts";

/** What the words of a short block may be, by themselves. English, and what the web writes in English elsewhere too. */
const sayings = {
  related:
    /^(?:read (?:more|next|also|on)|see (?:also|more)|related|recommended|more (?:from|on|in|stories|news|like|articles|posts|about|to)|you (?:may|might)|also (?:read|on|in)|popular|trending|most (?:read|popular|viewed)|(?:the )?latest|recent (?:posts|articles|news)|keep reading|continue reading|up next|next (?:post|article|up|story)|previous|similar|explore|don['’]t miss|featured|top stories|editor['’]s picks?|what to read|further reading|watch(?: more| next)?:?|must read|around the web|sponsored|promoted|leia (?:também|mais)|veja (?:também|mais)|lea (?:también|más)|leer más|le[eé] más|lesen sie|mehr (?:zum|lesen|von)|auch interessant|(?:à )?lire (?:aussi|la suite)|leggi anche|lees (?:ook|meer|verder)|läs (?:också|mer|även)|les også|читайте|читать|смотрите также|czytaj|zobacz|関連|あわせて読みたい|相关|延伸阅读|더 보기|관련|اقرأ)(?![\p{L}])/iu,
  share:
    /\b(?:share|tweet|facebook|twitter|whatsapp|pinterest|linkedin|e-?mail this|print(?: this)?|copy link|follow us|like us|instagram|reddit|bookmark|teilen|partager|compartir|compart[ie]lh\w+|condividi|delen|поделиться|シェア|ツイート|分享|공유)(?![\p{L}])/iu,
  comment:
    /\b(?:comments?|leave a (?:reply|comment)|reply|log in to|post a comment|join the (?:conversation|discussion)|coment[aá]rios?|comentar|kommentare?|commentaires?|commenti|reacties|комментари\p{L}*|コメント|评论|댓글)(?![\p{L}])/iu,
  offer:
    /\b(?:subscribe|sign up|newsletter|inbox|free trial|get started|book a|schedule a|contact us|download|learn more|find out more|request a|try (?:it|for)|start your|shop now|buy now|join (?:us|our|now)|register|click here|call us|get in touch|donate|support (?:us|our)|suscr[ií]b\w+|abonnez|abonnieren|anmelden|assine|inscreva|iscriviti|подписы\p{L}*|登録|订阅)(?![\p{L}])/iu,
  consent:
    /\b(?:cookies?|privacy policy|terms (?:of|and)|all rights reserved|copyright|©|consent|opt[- ]out|disclaimer|advertis\w+|affiliate)\b/i,
  credit:
    /(?:\b(?:photo(?:graph)?s?|image|credit|courtesy|getty|shutterstock|reuters|illustration|pixabay|unsplash|afp|associated press)\b|^(?:source|via)\b)/i,
  byline:
    /^(?:(?:written |posted |reviewed |story |words |edited |medically reviewed )?by\b|author|about the author|contributor|staff writer|editor\b|reporter\b)/i,
  stamp:
    /(?:\b(?:min(?:ute)?s? read|published|updated|posted on|last (?:updated|modified)|reading time|ago$)|^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)\w*,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}))/i,
  filing:
    /^(?:tags?|categor(?:y|ies)|filed under|topics?|in:|posted in|home\b|menu|search|skip to|back to|table of contents|in this article|on this page|contents|jump to)\b/i,
  ending:
    /^(?:references?|sources?|footnotes?|notes?|conclusions?|final thoughts|faqs?|frequently asked|key takeaways|bottom line|summary|bibliography|citations?|acknowledge?ments?|correction)\b/i,
  question: /\?\s*$/,
  lead: /^(?:\d+[.):]|step \d|#\d|[•*–-] )/i,
} as const;

/** Whole blocks that are never an article's words. */
const furniture =
  /^\W*(?:advertis(?:e|ing|ement)(?: - (?:scroll|continue)[\w ]*)?|ad(?:s| feedback)?|anzeige|werbung|publicidad|publicidade|publicité|pubblicità|advertentie|реклама|annonse?|reklam\p{L}*|広告|(?:story |article )?continues? (?:reading )?below(?: advertisement)?|continue reading below|(?:article|story) continues (?:after|below)[\w ]*|(?:this )?slideshow requires javascript|loading(?:\.|…)*|(?:please )?enable javascript[\w ,]*|share(?: this)?(?: (?:article|story|post|page|on[\w ]*))?|tweet|facebook|twitter|linkedin|pinterest|whatsapp|e-?mail|print|copy link|link copied|save|close|back to top|scroll to top|top|next|previous|prev|menu|search|log ?in|sign (?:in|up)|subscribe(?: now)?|follow us(?: on[\w ]*)?|reply|report|like|comments?|(?:leave|add|post) a (?:comment|reply)|\d+ comments?|read more|see more|show more|load more|view (?:all|more|gallery)|you may also like|most read[\w ]*|related (?:articles?|posts?|stories|content|topics|news)|recommended(?: for you)?|trending(?: now)?|watch now|play video|click here(?: to[\w ]*)?|get our (?:free )?newsletter|table of contents)\W*$/iu;

export const isFurniture = (text: string): boolean => text.length < 80 && furniture.test(text);

const patterns = Object.values(sayings);
const short = 240;

export const textSignNames: readonly string[] = [
  ...Object.keys(sayings).map((name) => `says ${name}`),
  "capital share",
  "figure share",
  "sign share",
  "starts small",
  "all capitals",
  "dots",
  "title case",
  "furniture",
];

/** How the words of a block look, apart from where they stand. */
export function textSigns({ text, letters }: PageBlock): number[] {
  const start = text.slice(0, short);
  const capitals = countOf(start, /\p{Lu}/gu);
  const figures = countOf(start, /\p{N}/gu);
  const signs = countOf(start, /[^\p{L}\p{N}\s]/gu);
  const words = start.match(/\p{L}+/gu) ?? [];
  const big = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const of = Math.max(1, start.length);
  return [
    ...patterns.map((pattern) => (letters <= short && pattern.test(start) ? 1 : 0)),
    capitals / of,
    figures / of,
    signs / of,
    /^\p{Ll}/u.test(start) ? 1 : 0,
    capitals > 3 && !/\p{Ll}/u.test(start) ? 1 : 0,
    /(?:…|\.\.\.)\W*$/.test(text) ? 1 : 0,
    big / Math.max(1, words.length),
    isFurniture(text) ? 1 : 0,
  ];
}

/** The kinds of saying that head a part of the page: 1-based place among the patterns, 0 for none. */
export function sayingOf(text: string): number {
  return text.length > short ? 0 : patterns.findIndex((pattern) => pattern.test(text)) + 1;
}

export const isSentence = (block: PageBlock): boolean => endsSentence.test(block.text);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
