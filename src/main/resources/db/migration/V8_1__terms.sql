CREATE TABLE term_sheet (
  case_number  text PRIMARY KEY REFERENCES licensing_case (number),
  opened_at    timestamptz NOT NULL,
  moves        integer NOT NULL,
  continued_at timestamptz,
  version      integer NOT NULL
);

CREATE TABLE term_round (
  case_number        text NOT NULL REFERENCES term_sheet (case_number),
  number             integer NOT NULL CHECK (number > 0),
  proposer           text NOT NULL CHECK (proposer IN ('LICENSOR', 'LICENSEE')),
  licence_kind       text NOT NULL,
  field_of_use       text NOT NULL CHECK (field_of_use <> ''),
  territory          text NOT NULL CHECK (territory <> ''),
  acts               text NOT NULL,
  term_years         integer CHECK (term_years BETWEEN 1 AND 50),
  sublicensing       text NOT NULL CHECK (sublicensing IN ('NOT_ALLOWED', 'WITH_CONSENT', 'ALLOWED')),
  upfront_yen        numeric(12) NOT NULL CHECK (upfront_yen >= 0),
  royalty_percent    numeric(5, 2) NOT NULL CHECK (royalty_percent BETWEEN 0 AND 100),
  minimum_annual_yen numeric(12) NOT NULL CHECK (minimum_annual_yen >= 0),
  milestones         text NOT NULL,
  patent_costs       text NOT NULL,
  improvements       text NOT NULL,
  warranties         text NOT NULL,
  audit              text NOT NULL,
  termination        text NOT NULL,
  governing_law      text NOT NULL,
  comment            text NOT NULL,
  proposed_by        text NOT NULL,
  proposed_at        timestamptz NOT NULL,
  state              text NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'COUNTERED', 'REJECTED', 'RETURNED')),
  answered_by        text,
  answered_at        timestamptz,
  outcome            text CHECK (outcome IN ('DECLINED_PRICE', 'DECLINED_FIT', 'DECLINED_TIMING')),
  reason             text,
  suggestion         text,
  PRIMARY KEY (case_number, number),
  CHECK (licence_kind = 'ASSIGNMENT' OR (term_years IS NOT NULL AND acts <> '')),
  CHECK ((state = 'OPEN') = (answered_by IS NULL)),
  CHECK ((state = 'OPEN') = (answered_at IS NULL)),
  CHECK ((state = 'REJECTED') = (outcome IS NOT NULL)),
  CHECK ((state IN ('REJECTED', 'RETURNED')) = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX term_round_one_open ON term_round (case_number) WHERE state = 'OPEN';

CREATE TABLE approval (
  id          uuid PRIMARY KEY,
  case_number text NOT NULL,
  round       integer NOT NULL,
  approver    text NOT NULL,
  approved    boolean NOT NULL,
  comment     text NOT NULL,
  at          timestamptz NOT NULL,
  FOREIGN KEY (case_number, round) REFERENCES term_round (case_number, number),
  UNIQUE (case_number, round, approver),
  CHECK (approved OR comment <> '')
);
