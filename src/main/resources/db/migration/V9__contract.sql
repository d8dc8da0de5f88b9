-- What the legal group found about agreed terms, once for each round that was agreed.
CREATE TABLE clearance (
  case_number          text NOT NULL,
  round                integer NOT NULL,
  market_share_percent numeric(5, 2) CHECK (market_share_percent BETWEEN 0 AND 100),
  assessed_by          text NOT NULL,
  assessed_at          timestamptz NOT NULL,
  justification        text,
  block                text,
  funder_approves      boolean,
  funder_note          text,
  version              integer NOT NULL,
  PRIMARY KEY (case_number, round),
  FOREIGN KEY (case_number, round) REFERENCES term_round (case_number, number),
  CHECK ((funder_approves IS NULL) = (funder_note IS NULL))
);

CREATE TABLE clearance_finding (
  case_number text NOT NULL,
  round       integer NOT NULL,
  restraint   text NOT NULL CHECK (restraint IN ('PRICE_FIXING', 'RESEARCH_RESTRICTION', 'ALTERNATIVES_BANNED',
                'GRANT_BACK', 'NO_CHALLENGE', 'TYING', 'PACKAGE_LICENCE', 'NON_ASSERTION', 'FIELD_LIMIT',
                'TERRITORY_LIMIT', 'TERM_LIMIT')),
  level       text CHECK (level IN ('FINE', 'REASON', 'BLOCK')),
  reason      text,
  source      text,
  PRIMARY KEY (case_number, round, restraint),
  FOREIGN KEY (case_number, round) REFERENCES clearance (case_number, round)
);

CREATE TABLE co_owner_consent (
  id          uuid PRIMARY KEY,
  case_number text NOT NULL,
  round       integer NOT NULL,
  co_owner    text NOT NULL CHECK (co_owner <> ''),
  consents    boolean NOT NULL,
  note        text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  FOREIGN KEY (case_number, round) REFERENCES clearance (case_number, round),
  UNIQUE (case_number, round, co_owner),
  CHECK (consents OR note <> '')
);

CREATE TABLE contract_draft (
  id          uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES licensing_case (number),
  number      integer NOT NULL CHECK (number BETWEEN 1 AND 3),
  document    text NOT NULL CHECK (document <> ''),
  note        text NOT NULL,
  drafted_by  text NOT NULL,
  drafted_at  timestamptz NOT NULL,
  verdict     text CHECK (verdict IN ('APPROVED', 'CHANGES', 'STOPPED')),
  comment     text,
  reviewed_by text,
  reviewed_at timestamptz,
  version     integer NOT NULL,
  UNIQUE (case_number, number),
  CHECK (reviewed_by <> drafted_by),
  CHECK ((verdict IS NULL) = (reviewed_by IS NULL)),
  CHECK ((verdict IS NULL) = (reviewed_at IS NULL)),
  CHECK ((verdict IS NULL) = (comment IS NULL))
);

-- Signed contracts. Who the parties were, and what was agreed, is copied here and never follows later changes.
CREATE TABLE contract (
  number                text PRIMARY KEY,
  case_number           text NOT NULL UNIQUE REFERENCES licensing_case (number),
  seed_number           text NOT NULL REFERENCES seed (number),
  need_number           text NOT NULL REFERENCES need (number),
  patent_granted        boolean NOT NULL,
  technology_fields     smallint[] NOT NULL,
  licensor_organisation uuid NOT NULL,
  licensor_name         text NOT NULL CHECK (licensor_name <> ''),
  licensor_type         text NOT NULL,
  licensor_prefecture   text,
  licensee_organisation uuid NOT NULL,
  licensee_name         text NOT NULL CHECK (licensee_name <> ''),
  licensee_type         text NOT NULL,
  licensee_prefecture   text,
  kind                  text NOT NULL CHECK (kind IN ('EXCLUSIVE_REGISTERED', 'EXCLUSIVE', 'NON_EXCLUSIVE',
                          'PROVISIONAL_EXCLUSIVE', 'PROVISIONAL_NON_EXCLUSIVE', 'ASSIGNMENT', 'OPTION', 'EVALUATION',
                          'CROSS_LICENCE', 'RESEARCH_TOOL')),
  field_of_use          text NOT NULL,
  territory             text NOT NULL,
  acts                  text NOT NULL,
  begins_on             date NOT NULL,
  ends_on               date,
  upfront_yen           numeric(12) NOT NULL CHECK (upfront_yen >= 0),
  royalty_percent       numeric(5, 2) NOT NULL CHECK (royalty_percent BETWEEN 0 AND 100),
  minimum_annual_yen    numeric(12) NOT NULL CHECK (minimum_annual_yen >= 0),
  signed_on             date NOT NULL,
  status                text NOT NULL CHECK (status IN ('SIGNED', 'REGISTERED', 'REPORTED', 'CONFIRMED', 'VOID')),
  filed_on              date,
  stamp_duty_yen        integer CHECK (stamp_duty_yen >= 0),
  receipt_number        text,
  received_on           date,
  report                text,
  reported_by           text,
  reported_at           timestamptz,
  confirmed_by          text,
  confirmed_at          timestamptz,
  version               integer NOT NULL,
  CHECK (licensor_organisation <> licensee_organisation),
  CHECK (ends_on > begins_on),
  CHECK (begins_on >= signed_on),
  CHECK ((receipt_number IS NULL) = (received_on IS NULL)),
  CHECK (received_on >= signed_on),
  CHECK (filed_on >= signed_on),
  CHECK ((reported_by IS NULL) = (reported_at IS NULL)),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK ((status = 'CONFIRMED') = (confirmed_by IS NOT NULL)),
  CHECK (status NOT IN ('REPORTED', 'CONFIRMED') OR reported_by IS NOT NULL),
  CHECK (confirmed_by <> reported_by)
);
CREATE INDEX contract_seed ON contract (seed_number);
CREATE INDEX contract_signed_on ON contract (signed_on, number);
CREATE INDEX contract_status ON contract (status, number);
