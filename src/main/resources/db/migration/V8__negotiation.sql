-- Records on their way through the programme: each begins once, whoever asks and however often. The key is the
-- starter's own; news are candidates that came up while nobody waited for them.
CREATE TABLE transfer (
  record_number text PRIMARY KEY,
  key           text NOT NULL UNIQUE,
  origin        text NOT NULL CHECK (origin IN ('SEED', 'NEED', 'INTRODUCTION')),
  adviser       text,
  renewal_due   date NOT NULL,
  news          boolean NOT NULL,
  started_at    timestamptz NOT NULL
);

CREATE TABLE licensing_case (
  number                text PRIMARY KEY,
  match_number          text NOT NULL UNIQUE REFERENCES match (number),
  seed_number           text NOT NULL REFERENCES seed (number),
  need_number           text NOT NULL REFERENCES need (number),
  seed_title            text NOT NULL,
  need_title            text NOT NULL,
  found_from            text CHECK (found_from IN ('LICENSOR', 'LICENSEE')),
  licensor_organisation uuid NOT NULL REFERENCES organisation (id),
  licensor_name         text NOT NULL,
  licensor_prefecture   text,
  licensor_adviser      text,
  licensee_organisation uuid NOT NULL REFERENCES organisation (id),
  licensee_name         text NOT NULL,
  licensee_prefecture   text,
  licensee_adviser      text,
  stage                 text NOT NULL CHECK (stage IN ('MATCHED', 'INTRODUCTION', 'CONFIDENTIALITY', 'EVALUATION',
                          'TERMS', 'CLEARANCE', 'APPROVAL', 'SIGNING', 'REGISTRATION', 'REPORT', 'ENDED')),
  move_of               text NOT NULL CHECK (move_of IN ('PROGRAMME', 'LICENSOR', 'LICENSEE', 'BOTH', 'LEGAL')),
  move_since            timestamptz NOT NULL,
  confidentiality       text NOT NULL
                          CHECK (confidentiality IN ('PUBLIC', 'REGISTERED', 'INTRODUCED', 'NDA', 'CASE_TEAM')),
  summary               text NOT NULL,
  outcome               text CHECK (outcome IN ('CONCLUDED', 'DECLINED_PRICE', 'DECLINED_FIT', 'DECLINED_TIMING',
                          'NO_RESPONSE', 'LEGAL_BLOCK', 'WITHDRAWN', 'TIMED_OUT')),
  outcome_reason        text,
  opened_at             timestamptz NOT NULL,
  ended_at              timestamptz,
  version               integer NOT NULL,
  CHECK (licensor_organisation <> licensee_organisation),
  CHECK ((outcome IS NULL) = (outcome_reason IS NULL)),
  CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CHECK ((outcome IS NULL) = (stage <> 'ENDED'))
);
CREATE INDEX licensing_case_seed ON licensing_case (seed_number) WHERE outcome IS NULL;
CREATE INDEX licensing_case_need ON licensing_case (need_number);
CREATE INDEX licensing_case_stage ON licensing_case (stage, number DESC);
CREATE INDEX licensing_case_licensor_adviser ON licensing_case (licensor_adviser) WHERE outcome IS NULL;
CREATE INDEX licensing_case_licensee_adviser ON licensing_case (licensee_adviser) WHERE outcome IS NULL;

CREATE TABLE party_answer (
  id          uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES licensing_case (number),
  occasion    text NOT NULL CHECK (occasion IN ('CONSENT', 'NDA', 'OFFER', 'SIGNATURE')),
  round       integer NOT NULL CHECK (round > 0),
  side        text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  positive    boolean NOT NULL,
  outcome     text,
  reason      text NOT NULL,
  given_by    text NOT NULL,
  at          timestamptz NOT NULL,
  UNIQUE (case_number, occasion, round, side)
);

CREATE TABLE nda (
  case_number text PRIMARY KEY REFERENCES licensing_case (number),
  purpose     text NOT NULL,
  months      integer NOT NULL CHECK (months > 0),
  tail_months integer NOT NULL CHECK (tail_months >= 0),
  prepared_by text NOT NULL,
  prepared_at timestamptz NOT NULL
);

CREATE TABLE export_screening (
  case_number        text PRIMARY KEY REFERENCES licensing_case (number),
  disclosure         text NOT NULL CHECK (disclosure IN ('PUBLISHED_ONLY', 'KNOW_HOW')),
  recipient          text NOT NULL CHECK (recipient IN ('DOMESTIC', 'FOREIGN_CONTROLLED', 'ABROAD')),
  listed             boolean NOT NULL,
  concern            boolean NOT NULL,
  note               text NOT NULL,
  screened_by        text NOT NULL,
  screened_at        timestamptz NOT NULL,
  decision           text CHECK (decision IN ('CLEARED', 'PERMISSION_NEEDED', 'BLOCKED')),
  reason             text,
  permission_granted boolean,
  permission         text,
  CHECK ((decision IS NULL) = (reason IS NULL)),
  CHECK ((permission_granted IS NULL) = (permission IS NULL))
);

CREATE TABLE technical_meeting (
  case_number  text PRIMARY KEY REFERENCES licensing_case (number),
  held_on      date NOT NULL,
  participants text NOT NULL,
  minutes      text NOT NULL,
  recorded_by  text NOT NULL
);

CREATE TABLE evaluation (
  case_number text PRIMARY KEY REFERENCES licensing_case (number),
  kind        text NOT NULL CHECK (kind IN ('EVALUATION', 'OPTION')),
  subject     text NOT NULL,
  ends_on     date NOT NULL,
  extended    boolean NOT NULL,
  suitable    boolean,
  findings    text,
  version     integer NOT NULL,
  CHECK ((suitable IS NULL) = (findings IS NULL))
);
