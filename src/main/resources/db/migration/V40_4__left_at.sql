-- When a published seed left the programme: the files of open data that name it are older.
ALTER TABLE seed ADD COLUMN left_at timestamptz;
CREATE INDEX seed_left_at ON seed (left_at) WHERE left_at IS NOT NULL;
