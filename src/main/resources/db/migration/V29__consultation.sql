-- Questions to the programme, what was said in answer, and the files that came along. A question from the portal waits
-- until its mail address has been confirmed.
CREATE SEQUENCE consultation_number;
CREATE TABLE consultation (
  number        text PRIMARY KEY,
  channel       text NOT NULL CHECK (channel IN ('PORTAL', 'PHONE', 'VISIT', 'PROGRAM')),
  language      text NOT NULL CHECK (language IN ('en', 'ja')),
  asker         text NOT NULL,
  organisation  text NOT NULL,
  email         text,
  phone         text,
  prefecture    text,
  field         text,
  state         text NOT NULL CHECK (state IN ('UNCONFIRMED', 'OPEN', 'ASKED_BACK', 'ANSWERED', 'BECAME_NEED',
                  'BECAME_SEED', 'DISMISSED', 'UNREPLIED')),
  adviser_kind  text NOT NULL CHECK (adviser_kind IN ('PATENT_LICENSING', 'PATENT_INFORMATION')),
  adviser       text,
  record_number text,
  entered_by    text NOT NULL,
  asked_at      timestamptz NOT NULL,
  closed_at     timestamptz,
  CHECK (channel <> 'PORTAL' OR email IS NOT NULL),
  CHECK ((state IN ('BECAME_NEED', 'BECAME_SEED')) = (record_number IS NOT NULL)),
  CHECK ((state IN ('UNCONFIRMED', 'OPEN', 'ASKED_BACK')) = (closed_at IS NULL))
);
CREATE INDEX consultation_adviser ON consultation (adviser, asked_at DESC);
CREATE INDEX consultation_state ON consultation (state, asked_at DESC);
CREATE INDEX consultation_unconfirmed ON consultation (email, asked_at) WHERE state = 'UNCONFIRMED';
CREATE INDEX consultation_entered_by ON consultation (entered_by, asked_at DESC);

CREATE TABLE consultation_message (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number     text NOT NULL REFERENCES consultation (number) ON DELETE CASCADE,
  from_asker boolean NOT NULL,
  internal   boolean NOT NULL,
  author     text NOT NULL,
  text       text NOT NULL,
  at         timestamptz NOT NULL,
  CHECK (NOT (from_asker AND internal))
);
CREATE INDEX consultation_message_number ON consultation_message (number, id);

CREATE TABLE consultation_file (
  number   text NOT NULL REFERENCES consultation (number) ON DELETE CASCADE,
  position integer NOT NULL CHECK (position > 0),
  name     text NOT NULL,
  type     text NOT NULL,
  sha256   text NOT NULL,
  content  bytea NOT NULL,
  PRIMARY KEY (number, position)
);

-- The asker's way to the own question. Of a link only the hash is kept.
CREATE TABLE consultation_link (
  token_hash text PRIMARY KEY,
  number     text NOT NULL REFERENCES consultation (number) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX consultation_link_number ON consultation_link (number);
