-- The rules that hold whatever the application does. Refusals carry a SQLSTATE of class ST, which the
-- application maps to sentences in one place (lib/server/db/transaction.ts):
--   ST001 the reviewer is a contributor         ST002 the revision is not the one under review
--   ST003 this row is never changed             ST004 approved without the approvals it needs
--   ST005 the desk would have no administrator  ST006 this is no entry of the record
-- Every function names where it looks, with the session's temporary tables last: otherwise whoever may make a temporary
-- table could put it in the place of one that a rule reads.

-- Shapes ----------------------------------------------------------------------------------------------

ALTER TABLE "User" ADD CHECK (email = lower(email) AND email <> '');
ALTER TABLE "Desk" ADD CHECK ("approvalsNeeded" BETWEEN 1 AND 9), ADD CHECK (name <> '');
ALTER TABLE "OneUseLink" ADD CHECK (
  CASE purpose
    WHEN 'sign_in' THEN "userId" IS NOT NULL
    WHEN 'setup' THEN "deskId" IS NULL AND "userId" IS NULL
    WHEN 'invitation' THEN "deskId" IS NOT NULL AND email IS NOT NULL AND role IS NOT NULL
  END);
ALTER TABLE "ArticleVersion" ADD CHECK (number > 0), ADD CHECK (length("textDigest") = 64);
ALTER TABLE "Claim"
  ADD CHECK (number > 0),
  ADD CHECK ((state = 'withdrawn') = ("withdrawnReason" IS NOT NULL)),
  ADD CHECK ((state = 'stale') = ("staleReason" IS NOT NULL)),
  ADD CHECK (("staleReason" IS NULL) = ("staleSince" IS NULL)),
  ADD CHECK (length(statement) <= 2000 AND length(claimant) <= 500 AND length("saidIn") <= 500),
  ADD CHECK ("saidOn" ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$');
ALTER TABLE "Placement"
  ADD CHECK (CASE WHEN kind IN ('lost', 'ambiguous') THEN start IS NULL AND "end" IS NULL
                  ELSE start IS NOT NULL AND "end" IS NOT NULL AND start >= 0 AND "end" > start END);
ALTER TABLE "Capture" ADD CHECK (length(sha256) = 64), ADD CHECK ("byteLength" >= 0);
ALTER TABLE "Evidence"
  ADD CHECK (length(passage) <= 20000 AND length(note) <= 5000),
  ADD CHECK ("accessedOn" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "Rating" ADD CHECK ((token = 'off') = (value IS NULL));
ALTER TABLE "VerdictRevision"
  ADD CHECK (number > 0), ADD CHECK (length("basisDigest") = 64),
  ADD CHECK (rationale <> '' AND length(rationale) <= 20000),
  ADD CHECK ("asOf" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "Review" ADD CHECK (decision = 'approve' OR comment <> ''), ADD CHECK (length(comment) <= 10000);
ALTER TABLE "CoverageNote" ADD CHECK (start >= 0 AND "end" > start);
ALTER TABLE "Thread" ADD CHECK (("resolvedAt" IS NULL) = ("resolvedReason" IS NULL));
ALTER TABLE "ReplyRequest" ADD CHECK ((answer IS NULL) = ("answeredAt" IS NULL));
ALTER TABLE "Edition" ADD CHECK (number > 0), ADD CHECK (length(digest) = 64);

-- A span carries one claim; a withdrawn claim gives its span free.
CREATE UNIQUE INDEX "Placement_one_claim_per_span" ON "Placement" ("deskId", "versionId", start, "end") WHERE active;
-- One vote a person and revision; comments are free.
CREATE UNIQUE INDEX "Review_one_vote" ON "Review" ("deskId", "revisionId", "reviewerId") WHERE decision <> 'comment';

-- Rows that are never changed ---------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never changed or removed', TG_TABLE_NAME USING ERRCODE = 'ST003';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ArticleVersion', 'VerdictRevision', 'RevisionEvidence', 'Review', 'Contribution', 'AuditEntry', 'Edition'] LOOP
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;

-- Contributions -------------------------------------------------------------------------------------------
-- Written here and nowhere else: the functions run as the tables' owner, and the application's role may only read
-- the table. Whoever edits a basis is a contributor, whatever route the edit took.

CREATE FUNCTION contribute(desk uuid, claim uuid, member uuid, kind "ContributionKind", subject uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO "Contribution" ("deskId", id, "claimId", "memberId", kind, "subjectId", at)
  VALUES (desk, gen_random_uuid(), claim, member, kind, subject, now())
  ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION contribute FROM PUBLIC;

-- The moment the basis of a verdict changes, the verdict is stale, and the votes on it have lapsed: the trigger on
-- Claim notes the revision that lapsed, and it cannot stand again.
CREATE FUNCTION make_stale(desk uuid, claim uuid, reason "StaleReason") RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE "Claim" SET state = 'stale', "staleReason" = reason, "staleSince" = now()
  WHERE "deskId" = desk AND id = claim AND state IN ('proposed', 'approved', 'published')
$$;
REVOKE ALL ON FUNCTION make_stale FROM PUBLIC;

CREATE FUNCTION claim_before_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE latest int;
BEGIN
  IF (NEW."deskId", NEW.id, NEW."articleId", NEW.number, NEW."createdById") IS DISTINCT FROM
     (OLD."deskId", OLD.id, OLD."articleId", OLD.number, OLD."createdById") THEN
    RAISE EXCEPTION 'a claim keeps its article, number and author' USING ERRCODE = 'ST003';
  END IF;
  IF OLD.state IN ('proposed', 'approved', 'published') AND NEW.state IN ('proposed', 'approved', 'published')
     AND (NEW.statement, NEW.claimant, NEW."saidOn", NEW."saidIn") IS DISTINCT FROM
         (OLD.statement, OLD.claimant, OLD."saidOn", OLD."saidIn") THEN
    NEW.state := 'stale'; NEW."staleReason" := 'statement'; NEW."staleSince" := now();
  END IF;
  SELECT coalesce(max(r.number), 0) INTO latest FROM "VerdictRevision" r WHERE r."deskId" = NEW."deskId" AND r."claimId" = NEW.id;
  NEW."lapsedRevision" := OLD."lapsedRevision";
  IF OLD.state IN ('proposed', 'approved', 'published') AND NEW.state NOT IN ('proposed', 'approved', 'published') THEN
    NEW."lapsedRevision" := latest;
  ELSIF NEW.state IN ('proposed', 'approved', 'published') AND NEW.state <> OLD.state AND latest <= OLD."lapsedRevision" THEN
    RAISE EXCEPTION 'a verdict that stood and fell stands again only by a new revision' USING ERRCODE = 'ST004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_update BEFORE UPDATE ON "Claim" FOR EACH ROW EXECUTE FUNCTION claim_before_update();

CREATE FUNCTION claim_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM contribute(NEW."deskId", NEW.id, NEW."createdById", 'span', NEW.id);
    IF (NEW.statement, NEW.claimant, NEW."saidOn", NEW."saidIn") IS DISTINCT FROM ('', '', '', '') THEN
      PERFORM contribute(NEW."deskId", NEW.id, NEW."createdById", 'statement', NEW.id);
    END IF;
  ELSIF (NEW.statement, NEW.claimant, NEW."saidOn", NEW."saidIn") IS DISTINCT FROM
        (OLD.statement, OLD.claimant, OLD."saidOn", OLD."saidIn") THEN
    PERFORM contribute(NEW."deskId", NEW.id, NEW."editedById", 'statement', NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER contribution AFTER INSERT OR UPDATE ON "Claim" FOR EACH ROW EXECUTE FUNCTION claim_contribution();

CREATE FUNCTION placement_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."placedById" IS NOT NULL THEN
      PERFORM contribute(NEW."deskId", NEW."claimId", NEW."placedById", 'span', NEW."claimId");
    END IF;
    IF NEW.kind NOT IN ('exact', 'moved') THEN
      PERFORM make_stale(NEW."deskId", NEW."claimId", 'quote');
    END IF;
    RETURN NULL;
  END IF;
  IF (NEW."deskId", NEW."claimId", NEW."versionId") IS DISTINCT FROM (OLD."deskId", OLD."claimId", OLD."versionId") THEN
    RAISE EXCEPTION 'a placement keeps its claim and its version' USING ERRCODE = 'ST003';
  END IF;
  IF (NEW.start, NEW."end", NEW.kind, NEW.quote) IS DISTINCT FROM (OLD.start, OLD."end", OLD.kind, OLD.quote) THEN
    IF NEW."placedById" IS NULL THEN
      RAISE EXCEPTION 'a placement is changed by somebody' USING ERRCODE = 'ST003';
    END IF;
    PERFORM contribute(NEW."deskId", NEW."claimId", NEW."placedById", 'span', NEW."claimId");
  END IF;
  IF (NEW.start, NEW."end", NEW.quote, NEW.active) IS DISTINCT FROM (OLD.start, OLD."end", OLD.quote, OLD.active) THEN
    PERFORM make_stale(NEW."deskId", NEW."claimId", 'quote');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER contribution AFTER INSERT OR UPDATE ON "Placement" FOR EACH ROW EXECUTE FUNCTION placement_contribution();

CREATE FUNCTION evidence_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM contribute(NEW."deskId", NEW."claimId", NEW."linkedById", 'evidence', NEW.id);
    PERFORM make_stale(NEW."deskId", NEW."claimId", 'evidence');
    RETURN NULL;
  END IF;
  IF (NEW."deskId", NEW.id, NEW."claimId", NEW."linkedById") IS DISTINCT FROM
     (OLD."deskId", OLD.id, OLD."claimId", OLD."linkedById") THEN
    RAISE EXCEPTION 'evidence keeps its claim and its author' USING ERRCODE = 'ST003';
  END IF;
  IF (NEW.stance, NEW.kind, NEW."sourceId", NEW."captureId", NEW."originId", NEW.passage, NEW.locator, NEW.note, NEW."removedAt")
     IS DISTINCT FROM
     (OLD.stance, OLD.kind, OLD."sourceId", OLD."captureId", OLD."originId", OLD.passage, OLD.locator, OLD.note, OLD."removedAt") THEN
    PERFORM contribute(NEW."deskId", NEW."claimId", NEW."editedById", 'evidence', NEW.id);
    PERFORM make_stale(NEW."deskId", NEW."claimId", 'evidence');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER contribution AFTER INSERT OR UPDATE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION evidence_contribution();

CREATE FUNCTION revision_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM contribute(NEW."deskId", NEW."claimId", NEW."authorId", 'verdict', NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER contribution AFTER INSERT ON "VerdictRevision" FOR EACH ROW EXECUTE FUNCTION revision_contribution();

-- Who may not review a revision: every contributor to the claim's words, span and verdict, and everyone who touched
-- evidence that is or was in the basis of one of its revisions. The application reads the same function.
CREATE FUNCTION contributors_of(desk uuid, claim uuid) RETURNS TABLE ("memberId" uuid, kind "ContributionKind", "subjectId" uuid, at timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c."memberId", c.kind, c."subjectId", c.at FROM "Contribution" c
  WHERE c."deskId" = desk AND c."claimId" = claim
    AND (c.kind <> 'evidence'
         OR EXISTS (SELECT 1 FROM "Evidence" e WHERE e."deskId" = desk AND e.id = c."subjectId" AND e."removedAt" IS NULL)
         OR EXISTS (SELECT 1 FROM "RevisionEvidence" r WHERE r."deskId" = desk AND r."evidenceId" = c."subjectId"))
$$;

-- Reviews ---------------------------------------------------------------------------------------------------

CREATE FUNCTION review_before_insert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE state "ClaimState"; latest uuid; member record;
BEGIN
  -- The lock makes an edit and a vote at the same instant take turns: the later one sees the earlier.
  SELECT c.state INTO state FROM "Claim" c WHERE c."deskId" = NEW."deskId" AND c.id = NEW."claimId" FOR UPDATE;
  SELECT r.id INTO latest FROM "VerdictRevision" r WHERE r."deskId" = NEW."deskId" AND r."claimId" = NEW."claimId"
    ORDER BY r.number DESC LIMIT 1;
  IF latest IS DISTINCT FROM NEW."revisionId" OR state IS DISTINCT FROM 'proposed' THEN
    RAISE EXCEPTION 'this revision is not under review' USING ERRCODE = 'ST002';
  END IF;
  SELECT m.role, m."leftAt" INTO member FROM "Member" m WHERE m."deskId" = NEW."deskId" AND m.id = NEW."reviewerId";
  IF member."leftAt" IS NOT NULL OR member.role = 'viewer' THEN
    RAISE EXCEPTION 'the reviewer is not a reviewer of this desk' USING ERRCODE = 'ST002';
  END IF;
  IF EXISTS (SELECT 1 FROM contributors_of(NEW."deskId", NEW."claimId") c WHERE c."memberId" = NEW."reviewerId") THEN
    RAISE EXCEPTION 'a contributor cannot review' USING ERRCODE = 'ST001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_insert BEFORE INSERT ON "Review" FOR EACH ROW EXECUTE FUNCTION review_before_insert();

CREATE FUNCTION claim_approval() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE needed int; given int;
BEGIN
  SELECT d."approvalsNeeded" INTO needed FROM "Desk" d WHERE d.id = NEW."deskId";
  SELECT count(*) INTO given FROM "Review" v
    WHERE v."deskId" = NEW."deskId" AND v.decision = 'approve' AND v."revisionId" =
      (SELECT r.id FROM "VerdictRevision" r WHERE r."deskId" = NEW."deskId" AND r."claimId" = NEW.id ORDER BY r.number DESC LIMIT 1);
  IF given < needed OR (OLD.state NOT IN ('proposed', 'approved')) THEN
    RAISE EXCEPTION 'approved without the approvals it needs' USING ERRCODE = 'ST004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval BEFORE UPDATE ON "Claim" FOR EACH ROW
  WHEN (NEW.state IN ('approved', 'published') AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION claim_approval();

CREATE FUNCTION claim_starts_open() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'open' THEN
    RAISE EXCEPTION 'a claim begins open' USING ERRCODE = 'ST004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER starts_open BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION claim_starts_open();

-- A desk always has an administrator.
CREATE FUNCTION member_last_admin() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Desk" d WHERE d.id = OLD."deskId" FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM "Member" m WHERE m."deskId" = OLD."deskId" AND m.id <> OLD.id AND m.role = 'admin' AND m."leftAt" IS NULL) THEN
    RAISE EXCEPTION 'the desk would have no administrator' USING ERRCODE = 'ST005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER last_admin BEFORE UPDATE ON "Member" FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD."leftAt" IS NULL AND (NEW.role <> 'admin' OR NEW."leftAt" IS NOT NULL))
  EXECUTE FUNCTION member_last_admin();

-- The audit chain ---------------------------------------------------------------------------------------------
-- One statement moves the head, so that the chain cannot fork. The event is hashed as the canonical JSON (RFC 8785)
-- that the application made, with the sequence number put between its two halves: hash = SHA-256(previous || event).

CREATE FUNCTION append_audit(
  desk uuid, head text, tail text, at timestamptz, actor uuid, action text,
  subject uuid, article uuid, claim uuid, salt text, details text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE told jsonb; appended bigint;
BEGIN
  -- What is hashed has to say what the columns say.
  told := (head || '0' || tail)::jsonb;
  IF (told->>'desk')::uuid IS DISTINCT FROM desk OR (told->>'actor')::uuid IS DISTINCT FROM actor
     OR told->>'action' IS DISTINCT FROM action OR (told->>'subject')::uuid IS DISTINCT FROM subject
     OR (told->>'article')::uuid IS DISTINCT FROM article OR (told->>'claim')::uuid IS DISTINCT FROM claim
     OR told->>'seq' IS DISTINCT FROM '0' OR (told->>'at')::timestamptz IS DISTINCT FROM at
     OR told->>'details' IS DISTINCT FROM encode(sha256(convert_to(salt || details, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'this is no entry of the record' USING ERRCODE = 'ST006';
  END IF;
  WITH moved AS (
    UPDATE "AuditHead" h SET seq = h.seq + 1,
      hash = sha256(h.hash || convert_to(head || (h.seq + 1)::text || tail, 'UTF8'))
    WHERE h."deskId" = desk RETURNING h.seq, h.hash
  ), entry AS (
    INSERT INTO "AuditEntry" ("deskId", seq, at, "actorId", action, "subjectId", "articleId", "claimId", event, hash)
    SELECT desk, moved.seq, append_audit.at, actor, append_audit.action, subject, article, claim,
      head || moved.seq::text || tail, moved.hash FROM moved
    RETURNING seq
  ), detail AS (
    INSERT INTO "AuditDetail" ("deskId", seq, salt, details)
    SELECT desk, entry.seq, append_audit.salt, append_audit.details FROM entry
  )
  SELECT entry.seq INTO appended FROM entry;
  RETURN appended;
END $$;
REVOKE ALL ON FUNCTION append_audit FROM PUBLIC;

CREATE FUNCTION start_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO "AuditHead" ("deskId", seq, hash) VALUES (NEW.id, 0, decode(repeat('00', 32), 'hex'));
  RETURN NULL;
END $$;
CREATE TRIGGER start_audit AFTER INSERT ON "Desk" FOR EACH ROW EXECUTE FUNCTION start_audit();

-- What the application's role may do ------------------------------------------------------------------------
-- It owns nothing. Deleting is for what was never the desk's: drafts, spent sessions and links, counters.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO stet_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO stet_app;
REVOKE ALL ON "_prisma_migrations" FROM stet_app;
GRANT INSERT, UPDATE ON "User", "Session", "OneUseLink", "SignInAttempt", "Desk", "Member", "Article", "Claim", "Placement",
  "Source", "Evidence", "RatingScale", "CoverageNote", "Thread", "ReplyRequest", "Draft" TO stet_app;
GRANT INSERT ON "ArticleVersion", "Capture", "Origin", "Rating", "VerdictRevision", "RevisionEvidence", "Review", "Message",
  "GateOverride", "Edition" TO stet_app;
GRANT DELETE ON "Session", "OneUseLink", "SignInAttempt", "Draft" TO stet_app;
GRANT EXECUTE ON FUNCTION append_audit, contributors_of TO stet_app;
