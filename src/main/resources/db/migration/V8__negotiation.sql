-- Records on their way through the programme: each begins once, whoever asks and however often.
CREATE TABLE transfer (
  record_number text PRIMARY KEY,
  key           text NOT NULL UNIQUE,
  adviser       text,
  renewal_due   date NOT NULL,
  news          boolean NOT NULL DEFAULT false,
  started_at    timestamptz NOT NULL,
  version       integer NOT NULL
);

CREATE TABLE licensing_case (
  number                text PRIMARY KEY,
  match_number          text NOT NULL UNIQUE,
  seed_number           text NOT NULL,
  need_number           text NOT NULL,
  seed_title            text NOT NULL,
  need_title            text NOT NULL,
  found_from            text CHECK (found_from IN ('LICENSOR', 'LICENSEE')),
  licensor_organisation uuid NOT NULL,
  licensor_name         text NOT NULL,
  licensor_prefecture   text NOT NULL,
  licensor_adviser      text,
  licensee_organisation uuid NOT NULL,
  licensee_name         text NOT NULL,
  licensee_prefecture   text NOT NULL,
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
