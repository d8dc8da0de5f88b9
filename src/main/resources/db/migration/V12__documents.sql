CREATE TABLE document (
  id          uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES licensing_case (number),
  number      integer NOT NULL CHECK (number > 0),
  kind        text NOT NULL CHECK (kind IN ('NDA', 'EVALUATION_AGREEMENT', 'OPTION_AGREEMENT', 'MATERIAL_TRANSFER',
                'TERM_SHEET', 'LICENCE_AGREEMENT', 'ASSIGNMENT', 'CONTRACT_REPORT', 'TECHNICAL', 'OTHER')),
  title       text NOT NULL CHECK (title <> ''),
  tier        text NOT NULL CHECK (tier IN ('PUBLIC', 'REGISTERED', 'INTRODUCED', 'NDA', 'CASE_TEAM')),
  UNIQUE (case_number, number)
);

CREATE TABLE document_version (
  id         uuid PRIMARY KEY,
  document   uuid NOT NULL REFERENCES document (id),
  number     integer NOT NULL CHECK (number > 0),
  file_name  text NOT NULL CHECK (file_name <> ''),
  type       text NOT NULL,
  bytes      bigint NOT NULL CHECK (bytes BETWEEN 1 AND 52428800),
  sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  author     text NOT NULL,
  added_at   timestamptz NOT NULL,
  UNIQUE (document, number)
);

-- A file is written before it is known how long it is, so its version comes after its content.
CREATE TABLE document_chunk (
  version  uuid NOT NULL REFERENCES document_version (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL CHECK (position >= 0),
  bytes    bytea NOT NULL,
  PRIMARY KEY (version, position)
);
ALTER TABLE document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Who took which version away, and when.
CREATE TABLE document_access (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version uuid NOT NULL REFERENCES document_version (id),
  reader  text NOT NULL,
  at      timestamptz NOT NULL
);
CREATE INDEX document_access_version ON document_access (version, id);
