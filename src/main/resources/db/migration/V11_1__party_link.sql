CREATE TABLE party_asking (
  case_number text NOT NULL REFERENCES licensing_case (number),
  side        text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  occasion    text NOT NULL CHECK (occasion IN ('CONSENT', 'NDA', 'OFFER', 'SIGNATURE')),
  round       integer NOT NULL,
  asked_at    timestamptz NOT NULL,
  PRIMARY KEY (case_number, side, occasion, round)
);

CREATE TABLE party_link (
  id          uuid PRIMARY KEY,
  token_hash  text NOT NULL UNIQUE,
  case_number text NOT NULL REFERENCES licensing_case (number),
  side        text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  name        text NOT NULL,
  email       text NOT NULL,
  language    text NOT NULL,
  issued_by   text NOT NULL,
  issued_at   timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  used_at     timestamptz
);
CREATE INDEX party_link_of_case ON party_link (case_number, side);
