-- Terms of advisers at host organisations, from the request to the end.
CREATE TABLE adviser_dispatch (
  id                uuid PRIMARY KEY,
  host_organisation uuid NOT NULL REFERENCES organisation (id),
  prefecture        text NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('PATENT_LICENSING', 'PATENT_INFORMATION')),
  purpose           text NOT NULL CHECK (purpose <> ''),
  first_day         date NOT NULL,
  last_day          date NOT NULL,
  user_id           text REFERENCES adviser (user_id),
  state             text NOT NULL
                      CHECK (state IN ('REQUESTED', 'APPROVED', 'DECLINED', 'CONFIRMED', 'RUNNING', 'ENDED')),
  reason            text NOT NULL,
  requested_by      text NOT NULL,
  requested_at      timestamptz NOT NULL,
  CHECK (last_day > first_day),
  CHECK (state IN ('REQUESTED', 'DECLINED') OR user_id IS NOT NULL)
);
CREATE INDEX adviser_dispatch_state ON adviser_dispatch (state, requested_at);
