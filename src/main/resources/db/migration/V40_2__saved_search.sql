-- When a seed was published last, by which what is new is told from what was there; unknown of those before.
ALTER TABLE seed ADD COLUMN published_at timestamptz;

-- Searches of the portal whose new hits are mailed. One waits until its mail address has been confirmed.
CREATE TABLE saved_search (
  id            uuid PRIMARY KEY,
  email         text NOT NULL CHECK (email <> ''),
  language      text NOT NULL CHECK (language IN ('en', 'ja')),
  query         text NOT NULL,
  words         text NOT NULL,
  saved_at      timestamptz NOT NULL,
  confirmed_at  timestamptz,
  told_until    timestamptz NOT NULL,
  next_look     timestamptz NOT NULL
);
CREATE UNIQUE INDEX saved_search_once ON saved_search (lower(email), query);
CREATE INDEX saved_search_due ON saved_search (next_look) WHERE confirmed_at IS NOT NULL;
CREATE INDEX saved_search_unconfirmed ON saved_search (saved_at) WHERE confirmed_at IS NULL;

-- The visitor's way to the own search, one in each letter. Of a link only the hash is kept.
CREATE TABLE saved_search_link (
  token_hash   text PRIMARY KEY,
  saved_search uuid NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  asked        boolean NOT NULL, -- in a letter about saving it, not in one with news
  made_at      timestamptz NOT NULL
);
CREATE INDEX saved_search_link_search ON saved_search_link (saved_search, made_at);

-- Where whoever gets a letter unasked can stop it (RFC 8058).
ALTER TABLE mail ADD COLUMN unsubscribe text;
