-- Answers to creations over REST, kept so that a repeated request creates nothing twice.
CREATE TABLE idempotency_key (
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  actor        text NOT NULL,
  request_hash text NOT NULL,
  response     text,
  at           timestamptz NOT NULL,
  PRIMARY KEY (key, actor)
);
CREATE INDEX idempotency_key_at ON idempotency_key (at);
