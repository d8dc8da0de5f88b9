-- What a declined pair teaches may be taken back; and each side's adviser sees what is new since the last review.
ALTER TABLE match
  ADD COLUMN lesson_undone_by text,
  ADD COLUMN lesson_undone_at timestamptz,
  ADD COLUMN seen_by_licensor timestamptz,
  ADD COLUMN seen_by_licensee timestamptz,
  ADD CHECK ((lesson_undone_by IS NULL) = (lesson_undone_at IS NULL));
CREATE INDEX match_declined ON match (decided_at DESC, number) WHERE status = 'DECLINED';

-- How far the nightly search came: one that is broken off goes on from there.
CREATE TABLE matching_night (
  night    date PRIMARY KEY,
  record   text NOT NULL,
  searched integer NOT NULL,
  found    integer NOT NULL,
  begun_at timestamptz NOT NULL,
  ended_at timestamptz
);

-- What a seed has to meet to be proposed for the need at all.
ALTER TABLE need ADD COLUMN musts text[] NOT NULL DEFAULT '{}';
