-- Which kind of adviser, sent by whom and for how long; whom an adviser is tied to; what weighs on an adviser.
ALTER TABLE adviser
  ADD kind text NOT NULL DEFAULT 'PATENT_LICENSING' CHECK (kind IN ('PATENT_LICENSING', 'PATENT_INFORMATION')),
  ADD host_organisation uuid REFERENCES organisation (id),
  ADD engaged_from date,
  ADD engaged_until date,
  ADD CHECK (engaged_until >= engaged_from);

CREATE TABLE adviser_tie (
  id              uuid PRIMARY KEY,
  user_id         text NOT NULL REFERENCES adviser (user_id),
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  kind            text NOT NULL CHECK (kind IN ('EMPLOYMENT', 'OWNERSHIP', 'OFFICE', 'FAMILY', 'INVENTION', 'OTHER')),
  since           date NOT NULL,
  until           date,
  note            text NOT NULL,
  CHECK (until >= since)
);
CREATE INDEX adviser_tie_adviser ON adviser_tie (user_id);
CREATE INDEX adviser_tie_organisation ON adviser_tie (organisation_id);

-- The stage of a case in hand; records have none.
ALTER TABLE adviser_load ADD stage text;
UPDATE adviser_load SET stage = licensing_case.stage FROM licensing_case WHERE licensing_case.number = adviser_load.number;
