CREATE TABLE service_account (
  id      text PRIMARY KEY,
  purpose text NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL
);

CREATE TABLE service_key (
  id           uuid PRIMARY KEY,
  account      text NOT NULL REFERENCES service_account (id),
  key_hash     text NOT NULL UNIQUE,
  issued_by    text NOT NULL,
  issued_at    timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_by   text,
  revoked_at   timestamptz
);
CREATE INDEX service_key_of_account ON service_key (account);
