-- Claims come in from annotations made elsewhere. The annotation's own words and what stood around them are kept with
-- the claim: until somebody has placed it, they are all there is to find it by in the next version.

ALTER TABLE "Claim"
  ADD COLUMN annotation jsonb,
  ADD CHECK (annotation IS NULL OR jsonb_typeof(annotation) = 'object');

CREATE TRIGGER annotation_never_changed BEFORE UPDATE ON "Claim" FOR EACH ROW
  WHEN (NEW.annotation IS DISTINCT FROM OLD.annotation) EXECUTE FUNCTION refuse_change();
