-- Needs of prospective licensees.
CREATE TABLE need (
  number            text PRIMARY KEY,
  version           integer NOT NULL,
  source            text NOT NULL,
  external_id       text NOT NULL,
  organisation_id   uuid NOT NULL REFERENCES organisation (id),
  prefecture        text,
  language          text NOT NULL CHECK (language IN ('en', 'ja')),
  title             text NOT NULL CHECK (title <> ''),
  problem           text NOT NULL,
  specification     text NOT NULL,
  budget_yen        bigint CHECK (budget_yen >= 0),
  deadline          date,
  ipc               text[] NOT NULL,
  technology_fields smallint[] NOT NULL,
  wanted_kind       text,
  region            text,
  name_may_be_shown boolean NOT NULL,
  status            text NOT NULL CHECK (status IN ('RECEIVED', 'ACKNOWLEDGED', 'OPEN', 'CLOSED')),
  status_reason     text,
  hearing_on        date,
  received_at       timestamptz NOT NULL,
  updated_at        timestamptz NOT NULL,
  UNIQUE (source, external_id)
);
CREATE INDEX need_status ON need (status, received_at DESC);
CREATE INDEX need_organisation ON need (organisation_id);
CREATE INDEX need_prefecture ON need (prefecture);
