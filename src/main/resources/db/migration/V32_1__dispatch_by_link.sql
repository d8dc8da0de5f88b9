-- What a host wants an adviser for, and the host's way to its own page. Of a link only the hash is kept.
ALTER TABLE adviser_dispatch
  ADD COLUMN fields text[] NOT NULL DEFAULT '{}',
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}';
CREATE INDEX adviser_dispatch_requested ON adviser_dispatch (requested_at DESC);

CREATE TABLE dispatch_link (
  token_hash text PRIMARY KEY,
  dispatch   uuid NOT NULL REFERENCES adviser_dispatch (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX dispatch_link_dispatch ON dispatch_link (dispatch);
