-- Bibliographic sets name a publication where neither application nor registration is known, and say when a right ends.
ALTER TABLE seed
  ADD COLUMN expires_on date,
  DROP CONSTRAINT seed_check,
  ADD CONSTRAINT seed_numbered CHECK (
    application_number IS NOT NULL OR registration_number IS NOT NULL OR publication_number IS NOT NULL);
-- What is published is handed out in the order of its numbers.
CREATE INDEX seed_published ON seed (number) WHERE status = 'PUBLISHED';
