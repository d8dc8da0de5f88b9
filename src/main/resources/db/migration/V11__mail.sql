CREATE TABLE mail (
  id           uuid PRIMARY KEY,
  message_id   text NOT NULL UNIQUE,
  recipient    text NOT NULL,
  language     text NOT NULL,
  subject      text NOT NULL,
  text         text,
  html         text,
  state        text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
  attempts     integer NOT NULL DEFAULT 0,
  written_at   timestamptz NOT NULL,
  next_attempt timestamptz NOT NULL,
  sent_at      timestamptz
);
CREATE INDEX mail_waiting ON mail (next_attempt) WHERE state = 'WAITING';
