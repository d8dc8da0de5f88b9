-- What a seed said before, once for each change; what it says now stands in its own row with who said so.
ALTER TABLE seed
  ADD COLUMN content_version integer NOT NULL DEFAULT 1,
  ADD COLUMN changed_by      text;
UPDATE seed SET changed_by = entered_by;
ALTER TABLE seed ALTER COLUMN changed_by SET NOT NULL;

CREATE TABLE seed_version (
  id          uuid PRIMARY KEY,
  seed_number text NOT NULL REFERENCES seed (number),
  number      integer NOT NULL CHECK (number > 0),
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL,
  state       jsonb NOT NULL,
  UNIQUE (seed_number, number)
);

-- Pictures, attachments and powers of attorney.
CREATE TABLE seed_file (
  seed_number text NOT NULL REFERENCES seed (number),
  position    integer NOT NULL CHECK (position > 0),
  kind        text NOT NULL CHECK (kind IN ('PICTURE', 'ATTACHMENT', 'POWER_OF_ATTORNEY')),
  name        text NOT NULL CHECK (name <> ''),
  type        text NOT NULL,
  bytes       integer NOT NULL CHECK (bytes BETWEEN 1 AND 10485760),
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  author      text NOT NULL,
  added_at    timestamptz NOT NULL,
  content     bytea NOT NULL,
  PRIMARY KEY (seed_number, position)
);
ALTER TABLE seed_file ALTER COLUMN content SET STORAGE EXTERNAL;
