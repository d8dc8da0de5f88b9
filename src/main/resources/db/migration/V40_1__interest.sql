-- Whoever is interested in a seed of the portal says in which and what for; an adviser may make a case of it.
ALTER TABLE consultation ADD COLUMN seed_number text REFERENCES seed (number);
ALTER TABLE consultation ADD COLUMN wish text CHECK (wish IN ('LICENCE', 'PURCHASE', 'TRIAL', 'INFORMATION'));
ALTER TABLE consultation ADD CHECK ((seed_number IS NULL) = (wish IS NULL));
CREATE INDEX consultation_seed ON consultation (seed_number, asked_at DESC) WHERE seed_number IS NOT NULL;

ALTER TABLE consultation DROP CONSTRAINT consultation_state_check;
ALTER TABLE consultation ADD CONSTRAINT consultation_state_check CHECK (state IN ('UNCONFIRMED', 'OPEN', 'ASKED_BACK',
  'ANSWERED', 'BECAME_NEED', 'BECAME_SEED', 'BECAME_CASE', 'DISMISSED', 'UNREPLIED'));
ALTER TABLE consultation DROP CONSTRAINT consultation_check1;
ALTER TABLE consultation ADD CONSTRAINT consultation_became_check
  CHECK ((state IN ('BECAME_NEED', 'BECAME_SEED', 'BECAME_CASE')) = (record_number IS NOT NULL));
