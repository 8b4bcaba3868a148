import type { ColumnRole } from "#lib/domain/annotation-sheet.ts";

/** Words of headings, in lower case without accents; the first role that a heading has a word of is its own. */
export const columnHeadings: readonly (readonly [ColumnRole, readonly string[]])[] = [
  [
    "checkedBy",
    words(
      "checked by | checker | fact-checker | reviewer | gepruft von | prufer | verifie par",
      "verificado por | verificador | verificato da | gecontroleerd door | проверил | проверено кем",
      "核查人 | المدقق | 担当",
    ),
  ],
  [
    "verdict",
    words(
      "verdict | rating | status | result | conclusion | urteil | bewertung | ergebnis | veredicto",
      "calificacion | verdetto | esito | oordeel | вердикт | оценка | 结论 | 评级 | الحكم | 判定",
    ),
  ],
  [
    "address",
    words(
      "url | uri | link | links | lien | liens | enlace | web address | address | adresse | webadresse",
      "indirizzo | ссылка | 网址 | 链接 | الرابط | リンク",
    ),
  ],
  [
    "quote",
    words(
      "quote | quotation | passage | excerpt | text | sentence | line | zitat | textstelle | stelle",
      "satz | citation | passage du texte | texte | cita | texto | frase | citazione | testo | citaat",
      "tekst | цитата | текст | 原文 | 引文 | اقتباس | النص | 引用",
    ),
  ],
  [
    "statement",
    words(
      "statement | claim | fact | facts | assertion | behauptung | aussage | fakt | affirmation | fait",
      "afirmacion | hecho | dato | declaracion | affermazione | fatto | bewering | feit | утверждение",
      "факт | 声明 | 事实 | 主张 | الادعاء | 主張",
    ),
  ],
  [
    "claimant",
    words(
      "claimant | speaker | said by | attributed to | who | sprecher | urheber | wer | locuteur | auteur",
      "portavoz | autor | quien | dichiarante | spreker | автор | кто | 发言人 | المتحدث | 発言者",
    ),
  ],
  [
    "place",
    words(
      "place | page | paragraph | where | wo | seite | absatz | lieu | lugar | pagina | parrafo | luogo",
      "plaats | место | страница | 地点 | 页 | المكان",
    ),
  ],
  [
    "source",
    words(
      "source | sources | evidence | reference | references | quelle | quellen | beleg | preuve | fuente",
      "fuentes | evidencia | fonte | fonti | bron | bronnen | источник | источники | 来源 | 出处 | المصدر",
      "出典",
    ),
  ],
  [
    "note",
    words(
      "note | notes | comment | comments | remark | remarks | method | date | checked on | explanation",
      "notiz | anmerkung | anmerkungen | kommentar | bemerkung | methode | datum | commentaire",
      "remarque | nota | notas | comentario | metodo | fecha | commento | opmerking | примечание",
      "комментарий | дата | 备注 | 方法 | 日期 | ملاحظات | الطريقة | تاريخ | 備考",
    ),
  ],
];

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(" | "));
}
