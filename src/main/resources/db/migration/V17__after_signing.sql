-- Mails that remind a side of an obligation, once for each of its days, counted from the day it is due.
CREATE TABLE obligation_reminder (
  obligation_number text NOT NULL REFERENCES obligation (number),
  days              integer NOT NULL,
  side              text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  mailed_at         timestamptz NOT NULL,
  PRIMARY KEY (obligation_number, days, side)
);

-- What a licensee has stated by its link and a registrar has not accepted yet; it stays as it was given.
CREATE TABLE submission (
  obligation_number text PRIMARY KEY REFERENCES obligation (number),
  net_sales         numeric(17, 2) NOT NULL CHECK (net_sales >= 0),
  units             bigint NOT NULL CHECK (units >= 0),
  given_by          text NOT NULL,
  given_at          timestamptz NOT NULL,
  version           integer NOT NULL
);

ALTER TABLE royalty_statement
  ADD accepted_by text,
  ADD audited_net_sales numeric(17, 2) CHECK (audited_net_sales >= 0),
  ADD audited_units bigint CHECK (audited_units >= 0),
  ADD CHECK ((audited_net_sales IS NULL) = (audited_units IS NULL));
UPDATE royalty_statement SET accepted_by = given_by;
ALTER TABLE royalty_statement ALTER accepted_by SET NOT NULL;

-- From which under-report on the licensee bears an audit's cost; null where it never does.
ALTER TABLE agreement ADD audit_cost_percent numeric(5, 2) CHECK (audit_cost_percent BETWEEN 0 AND 100);
UPDATE agreement SET audit_cost_percent = 10;

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT conname FROM pg_constraint
      WHERE conrelid = 'obligation'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%ROYALTY%' LOOP
    EXECUTE format('ALTER TABLE obligation DROP CONSTRAINT %I', name);
  END LOOP;
END $$;
ALTER TABLE obligation
  ADD CHECK (kind IN ('UPFRONT', 'ROYALTY_REPORT', 'ROYALTY', 'MINIMUM', 'INTEREST', 'MILESTONE', 'RENEWAL_NOTICE',
    'AUDIT', 'AUDIT_COST')),
  ADD CHECK (kind NOT IN ('ROYALTY_REPORT', 'MINIMUM', 'AUDIT') OR period_from IS NOT NULL),
  ADD CHECK ((kind IN ('UPFRONT', 'ROYALTY', 'MINIMUM', 'INTEREST', 'AUDIT_COST')) = (amount IS NOT NULL));
CREATE UNIQUE INDEX obligation_audit ON obligation (contract_number, period_from)
  WHERE kind = 'AUDIT' AND status = 'OPEN';

-- Who has taken a party's place since the signing, as it was on that day; the contract keeps who signed.
CREATE TABLE succession (
  change_id       uuid PRIMARY KEY REFERENCES contract_change (id),
  contract_number text NOT NULL REFERENCES contract (number),
  side            text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  since           date NOT NULL,
  organisation    uuid NOT NULL,
  name            text NOT NULL CHECK (name <> ''),
  type            text NOT NULL,
  prefecture      text,
  recorded_at     timestamptz NOT NULL
);
CREATE INDEX succession_contract ON succession (contract_number, recorded_at);
ALTER TABLE contract_change ADD successor_organisation uuid;

-- Who speaks for a side in place of the company that the case began with.
CREATE TABLE party_successor (
  case_number  text NOT NULL REFERENCES licensing_case (number),
  side         text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  organisation uuid NOT NULL,
  PRIMARY KEY (case_number, side)
);
