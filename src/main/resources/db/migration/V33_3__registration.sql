-- Numbers as far as they name the patent, however they are written, and a signature by which nearly the same text is found.
ALTER TABLE seed
  ADD COLUMN application_key  text GENERATED ALWAYS AS (
    regexp_replace(regexp_replace(regexp_replace(upper(normalize(application_number, NFKC)), '[^0-9A-Z]', '', 'g'),
      '^JP(?=[0-9])', ''), '^([0-9]{4})0+(?=[0-9])', '\1')) STORED,
  ADD COLUMN registration_key text GENERATED ALWAYS AS (
    regexp_replace(regexp_replace(upper(normalize(registration_number, NFKC)), '[^0-9A-Z]', '', 'g'),
      '^JP(?=[0-9])', '')) STORED,
  ADD COLUMN text_signature bigint[] NOT NULL DEFAULT '{}',
  ADD COLUMN renewal_reminded_on date;
CREATE INDEX seed_application_key ON seed (application_key) WHERE application_key <> '';
CREATE INDEX seed_registration_key ON seed (registration_key) WHERE registration_key <> '';
CREATE INDEX seed_text_signature ON seed USING gin (text_signature);
CREATE INDEX seed_renewal_due ON seed (renewal_due) WHERE status = 'PUBLISHED';
