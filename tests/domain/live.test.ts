import { describe, expect, test } from "vitest";
import { auditActions } from "#lib/domain/audit.ts";
import { blindActions } from "#lib/domain/blind.ts";
import {
  hereFor,
  holdsStill,
  isHiddenFrom,
  type LiveEvent,
  liveTopic,
  namesTogether,
  placeOfPath,
  readHere,
  readLiveEvent,
  touches,
} from "#lib/domain/live.ts";

const article = "01900000-0000-7000-8000-000000000001";
const claim = "01900000-0000-7000-8000-000000000002";
const other = "01900000-0000-7000-8000-000000000003";
const event = (changed: Partial<LiveEvent>): LiveEvent => {
  return { topic: "claim", articleId: article, claimId: claim, actorId: null, ...changed };
};

describe("what is told of a change", () => {
  test("every action of the record has a topic, and what judges is a verdict's", () => {
    const judging = auditActions.filter((action) => /^(verdict|review|second|gate)\./.test(action));
    expect(new Set(judging.map(liveTopic))).toEqual(new Set(["verdict"]));
    expect(liveTopic("claim.edit")).toBe("claim");
    expect(liveTopic("reply.answer")).toBe("evidence");
    expect(liveTopic("something.new")).toBe("desk");
    expect(liveTopic("nonsense")).toBe("desk");
  });

  test("of a claim somebody is blind for, only what is on the list; of others, everything", () => {
    const blind = new Set([claim]);
    for (const action of auditActions) {
      expect(isHiddenFrom(blind, { action, claimId: claim })).toBe(!blindActions.includes(action));
      expect(isHiddenFrom(blind, { action, claimId: other })).toBe(false);
      expect(isHiddenFrom(blind, { action, claimId: null })).toBe(false);
    }
    expect(isHiddenFrom(blind, { action: "added.later", claimId: claim })).toBe(true);
    expect(isHiddenFrom(blind, { action: "claimed", claimId: claim })).toBe(true);
  });

  test("nor who reads there", () => {
    const here = [{ memberId: other, name: "Ana", articleId: article, claimId: claim }];
    expect(hereFor(new Set([claim]), here)).toEqual([{ ...here[0], claimId: null }]);
    expect(hereFor(new Set([other]), here)).toEqual(here);
    const both = [...here, { memberId: other, name: "Ana", articleId: article, claimId: null }];
    expect(hereFor(new Set([claim]), both)).toEqual([both[1]]);
  });
});

describe("which pages a change bears on", () => {
  test.each([
    [`/articles/${article}`, event({}), true],
    [`/articles/${article}/versions`, event({ claimId: null, topic: "article" }), true],
    [`/articles/${other}`, event({}), false],
    [`/articles/${article}/claims/${claim}`, event({ claimId: other }), true],
    [`/review/${claim}`, event({}), true],
    [`/review/${other}`, event({}), false],
    [`/review/${other}`, event({ topic: "desk", articleId: null, claimId: null }), true],
    ["/queue", event({}), true],
    ["/articles", event({}), true],
    ["/settings/colleagues", event({ topic: "desk", claimId: null, articleId: null }), true],
  ])("%s", (path, change, expected) => {
    expect(touches(path, change)).toBe(expected);
  });

  test.each([
    [`/articles/${article}/versions/preview/${other}`, true],
    [`/articles/${article}/versions/edit`, true],
    [`/articles/${article}/sheet/${other}`, true],
    [`/articles/import/${other}`, true],
    [`/captures/${other}`, true],
    [`/articles/${article}/versions`, false],
    [`/articles/${article}/versions/compare`, false],
    [`/articles/${article}/claims/${claim}`, false],
    [`/review/${claim}`, false],
    ["/articles", false],
  ])("%s holds still while somebody decides there: %s", (path, expected) => {
    expect(holdsStill(path)).toBe(expected);
  });

  test("a path names what it shows", () => {
    expect(placeOfPath(`/articles/${article}/claims/${claim}`)).toEqual({ articleId: article, claimId: claim });
    expect(placeOfPath(`/review/${claim}`)).toEqual({ articleId: null, claimId: claim });
    expect(placeOfPath(`/articles/import/${claim}`)).toEqual({ articleId: null, claimId: null });
    expect(placeOfPath(`/articles/${article}x`)).toEqual({ articleId: null, claimId: null });
  });
});

describe("what comes over the stream", () => {
  test("is read, or is nothing", () => {
    expect(readLiveEvent(JSON.stringify(event({})))).toEqual(event({}));
    for (const broken of ["", "null", "[]", "{}", '{"topic":"words"}', "{"]) expect(readLiveEvent(broken)).toBeNull();
    const ana = { memberId: other, name: "Ana", articleId: null, claimId: claim };
    expect(readHere(JSON.stringify({ here: [ana, 1, { name: "no id" }] }))).toEqual([ana]);
    expect(readHere("nothing")).toEqual([]);
  });

  test("names together", () => {
    expect(namesTogether([])).toBe("");
    expect(namesTogether(["Ana", "Ana"])).toBe("Ana");
    expect(namesTogether(["Ana", "Ben"])).toBe("Ana and Ben");
    expect(namesTogether(["Ana", "Ben", "Cy"])).toBe("Ana, Ben and Cy");
    expect(namesTogether(["Ana", "Ben", "Cy", "Di"])).toBe("Ana, Ben and 2 more");
  });
});
