-- Pairs of a seed and a need. A pair is found once, from whichever side, and decided once.
CREATE TABLE match (
  number         text PRIMARY KEY,
  seed_number    text NOT NULL REFERENCES seed (number),
  need_number    text NOT NULL REFERENCES need (number),
  score          double precision NOT NULL,
  band           text NOT NULL CHECK (band IN ('HIGH', 'MEDIUM', 'LOW')),
  reasons        text[] NOT NULL,
  found_from     text NOT NULL CHECK (found_from IN ('LICENSOR', 'LICENSEE')),
  found_at       timestamptz NOT NULL,
  status         text NOT NULL CHECK (status IN ('PROPOSED', 'ACCEPTED', 'DECLINED')),
  decline_reason text,
  decline_text   text,
  decided_by     text,
  decided_at     timestamptz,
  version        integer NOT NULL,
  UNIQUE (seed_number, need_number),
  CHECK ((status = 'DECLINED') = (decline_reason IS NOT NULL)),
  CHECK ((status = 'PROPOSED') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
CREATE INDEX match_need ON match (need_number, status);
CREATE INDEX match_status ON match (status, number);
