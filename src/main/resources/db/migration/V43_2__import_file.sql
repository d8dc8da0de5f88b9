-- The files of imports under way, where several nodes may go on with them; in parts, in their order.
CREATE TABLE import_file (
  job      uuid NOT NULL,
  position integer NOT NULL,
  bytes    bytea NOT NULL,
  kept_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (job, position)
);
ALTER TABLE import_file ALTER COLUMN bytes SET STORAGE EXTERNAL;
