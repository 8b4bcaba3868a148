-- Articles have several versions. A placement knows the version whose text it was carried from, where lost words would
-- stand, and the places that fit equally well.

ALTER TABLE "Placement"
  ADD COLUMN "fromVersionId" uuid,
  ADD COLUMN near integer,
  ADD COLUMN candidates jsonb,
  ADD CONSTRAINT "Placement_deskId_fromVersionId_fkey" FOREIGN KEY ("deskId", "fromVersionId")
    REFERENCES "ArticleVersion" ("deskId", id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CHECK (near IS NULL OR near >= 0);

-- A span carries one claim. What the alignment only offers takes no place until somebody has confirmed it.
DROP INDEX "Placement_one_claim_per_span";
CREATE UNIQUE INDEX "Placement_one_claim_per_span" ON "Placement" ("deskId", "versionId", start, "end")
  WHERE active AND (kind IN ('exact', 'moved') OR "placedById" IS NOT NULL);

-- The claims that wait for somebody to place them.
CREATE INDEX "Placement_needs_placing" ON "Placement" ("deskId", "versionId")
  WHERE active AND "placedById" IS NULL AND kind IN ('changed', 'ambiguous', 'lost');

-- Whoever confirms an offered place, or chooses another, is a contributor. What was placed is never again an offer.
CREATE OR REPLACE FUNCTION placement_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
  IF (NEW."deskId", NEW."claimId", NEW."versionId", NEW."fromVersionId") IS DISTINCT FROM
     (OLD."deskId", OLD."claimId", OLD."versionId", OLD."fromVersionId") THEN
    RAISE EXCEPTION 'a placement keeps its claim and its versions' USING ERRCODE = 'ST003';
  END IF;
  IF (NEW.start, NEW."end", NEW.kind, NEW.quote, NEW."placedById") IS DISTINCT FROM
     (OLD.start, OLD."end", OLD.kind, OLD.quote, OLD."placedById") THEN
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
