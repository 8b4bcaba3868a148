import { describe, expect, test } from "vitest";
import { read } from "#tests/formats/reading.ts";

const english = "The board met on Tuesday and agreed, after a long debate, to publish its accounts in full next year.";
const dutch =
  "Het bestuur kwam dinsdag bijeen en besloot na een lang debat de jaarrekening volgend jaar volledig openbaar te maken.";
const norwegian =
  "Styret møttes tirsdag og ble etter en lang debatt enige om å offentliggjøre regnskapet sitt i sin helhet neste år.";
const galician =
  "O consello reuniuse o martes e acordou, despois dun longo debate, publicar as súas contas íntegras o vindeiro ano.";
const japanese =
  "理事会は火曜日に会合を開き、長い議論の末、来年、会計をすべて公表することで合意した。市民団体はこの決定を歓迎している。".repeat(
    3,
  );

const page = (lang: string, text: string) => `<!doctype html><html ${lang}><title></title><p>${text}</p></html>`;

describe("the language of a text", () => {
  test.each([
    ["English", english, "en"],
    ["Dutch", dutch, "nl"],
    ["Norwegian", norwegian, "no"],
    ["Japanese", japanese, "ja"],
  ])("%s is told from its words where the document does not say", async (_, text, tag) => {
    expect((await read(`${text} ${text}`, { fileName: "a.txt" })).metadata.language).toEqual({
      value: tag,
      from: "the text itself",
    });
  });

  test.each([
    ["the same language of a country", "lang=en-GB", english.repeat(2), "en-GB"],
    ["a written form of the same", "lang=nb", norwegian.repeat(2), "nb"],
    ["a language that cannot be told", "lang=gl", galician.repeat(2), "gl"],
    ["too few words", "lang=de", "The board met.", "de"],
    ["two languages", "lang=de", `${english} ${english.repeat(9)} ${dutch.repeat(12)}`, "de"],
  ])("what the document says stands: %s", async (_, lang, text, tag) => {
    const { metadata, warnings } = await read(page(lang, text), { fileName: "a.html" });
    expect(metadata.language?.value).toBe(tag);
    expect(warnings.join()).not.toContain("language");
  });

  test("a wrong language is put right, with a warning", async () => {
    const { metadata, warnings } = await read(page("lang=en-US", dutch.repeat(2)), { fileName: "a.html" });
    expect(metadata.language).toEqual({ value: "nl", from: "the text itself" });
    expect(warnings).toContain(
      "The document says that its language is American English, but its words are Dutch. Dutch was taken.",
    );
  });

  test("too few words tell nothing", async () => {
    expect((await read("The board met on Tuesday.", { fileName: "a.txt" })).metadata.language).toBeNull();
  });
});
