-- A contract that its two sides are to sign. What they sign is fixed by its hash; no text where none could be made as PDF.
CREATE TABLE signature_request (
  id              uuid PRIMARY KEY,
  case_number     text NOT NULL UNIQUE REFERENCES licensing_case (number),
  document        integer,
  version         integer,
  sha256          text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  state           text NOT NULL CHECK (state IN ('OPEN', 'SEALED', 'CLOSED')),
  opened_at       timestamptz NOT NULL,
  ended_at        timestamptz,
  sealed_document integer,
  sealed_version  integer,
  sealed_sha256   text CHECK (sealed_sha256 ~ '^[0-9a-f]{64}$'),
  certificate     text CHECK (certificate ~ '^[0-9a-f]{64}$'),
  CHECK ((document IS NULL) = (version IS NULL) AND (document IS NULL) = (sha256 IS NULL)),
  CHECK ((sealed_document IS NULL) = (sealed_version IS NULL) AND (sealed_document IS NULL) = (sealed_sha256 IS NULL)),
  CHECK ((state = 'SEALED') = (sealed_sha256 IS NOT NULL)),
  CHECK ((state = 'OPEN') = (ended_at IS NULL)),
  CHECK (certificate IS NULL OR sealed_sha256 IS NOT NULL)
);

-- How, by whom and when a side signed. A scan counts when somebody other than who handed it in has confirmed it.
CREATE TABLE signature (
  request       uuid NOT NULL REFERENCES signature_request (id),
  side          text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  way           text NOT NULL CHECK (way IN ('LINK', 'SERVICE', 'SCAN', 'PAPER')),
  signer        text NOT NULL CHECK (signer <> ''),
  email         text,
  provider      text,
  at            timestamptz NOT NULL,
  recorded_by   text NOT NULL,
  scan_document integer,
  scan_version  integer,
  scan_sha256   text CHECK (scan_sha256 ~ '^[0-9a-f]{64}$'),
  confirmed_by  text,
  PRIMARY KEY (request, side),
  CHECK (way <> 'LINK' OR email IS NOT NULL),
  CHECK ((way = 'SERVICE') = (provider IS NOT NULL)),
  CHECK ((way = 'SCAN') = (scan_document IS NOT NULL)),
  CHECK ((scan_document IS NULL) = (scan_version IS NULL) AND (scan_document IS NULL) = (scan_sha256 IS NULL)),
  CHECK (confirmed_by IS NULL OR (way = 'SCAN' AND confirmed_by <> recorded_by))
);

-- What signing services have told us already.
CREATE TABLE signature_event (
  provider    text NOT NULL,
  event_id    text NOT NULL,
  request     uuid NOT NULL REFERENCES signature_request (id),
  received_at timestamptz NOT NULL,
  PRIMARY KEY (provider, event_id)
);

-- A sealed document takes no further version.
ALTER TABLE document ADD COLUMN sealed boolean NOT NULL DEFAULT false;

ALTER TABLE contract ADD COLUMN sealed_document integer;
ALTER TABLE contract ADD COLUMN sealed_sha256 text CHECK (sealed_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE contract ADD CHECK ((sealed_document IS NULL) = (sealed_sha256 IS NULL));
