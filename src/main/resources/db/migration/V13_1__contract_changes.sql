-- Amendments, renewals, terminations and assignments of contracts; of a contract one at a time.
CREATE TABLE contract_change (
  id              uuid PRIMARY KEY,
  contract_number text NOT NULL REFERENCES contract (number),
  kind            text NOT NULL CHECK (kind IN ('AMENDMENT', 'RENEWAL', 'TERMINATION', 'ASSIGNMENT')),
  state           text NOT NULL CHECK (state IN ('BEGUN', 'PROPOSED', 'AGREED', 'REFUSED')),
  effective_on    date,
  ends_on         date,
  percent         numeric(5, 2) CHECK (percent BETWEEN 0 AND 100),
  per_unit        numeric(17, 4) CHECK (per_unit >= 0),
  minimum_annual  numeric(17, 2) CHECK (minimum_annual >= 0),
  side            text CHECK (side IN ('LICENSOR', 'LICENSEE')),
  successor       text,
  reason          text,
  proposed_by     text,
  decided_by      text,
  comment         text NOT NULL,
  version         integer NOT NULL,
  CHECK ((state = 'BEGUN') = (proposed_by IS NULL)),
  CHECK ((state IN ('AGREED', 'REFUSED')) = (decided_by IS NOT NULL)),
  CHECK (decided_by <> proposed_by),
  CHECK (ends_on >= effective_on)
);
CREATE UNIQUE INDEX contract_change_open ON contract_change (contract_number) WHERE state IN ('BEGUN', 'PROPOSED');
CREATE INDEX contract_change_contract ON contract_change (contract_number);
