-- An import can be previewed, cancelled and gone on with; the rows that it turned down are kept to be corrected.
ALTER TABLE import_job
  DROP CONSTRAINT import_job_state_check,
  DROP CONSTRAINT import_job_check,
  DROP CONSTRAINT import_job_check1,
  ADD COLUMN publish    boolean NOT NULL DEFAULT false,
  ADD COLUMN file_name  text NOT NULL DEFAULT '',
  ADD COLUMN format     text NOT NULL DEFAULT 'JSON_LINES' CHECK (format IN ('JSON_LINES', 'CSV', 'XML')),
  ADD COLUMN charset    text NOT NULL DEFAULT 'UTF-8',
  ADD COLUMN layout     text NOT NULL DEFAULT '',
  ADD COLUMN heading    text NOT NULL DEFAULT '', -- the first line of a table, for the file of rejects
  ADD COLUMN size       bigint NOT NULL DEFAULT 0,
  ADD COLUMN bytes_read bigint NOT NULL DEFAULT 0,
  ADD COLUMN examples   jsonb NOT NULL DEFAULT '[]', -- what a preview shows
  ADD CONSTRAINT import_job_state CHECK (state IN ('PREVIEWING', 'PREVIEWED', 'RUNNING', 'CANCELLED', 'FAILED', 'DONE')),
  ADD CONSTRAINT import_job_finished CHECK ((state IN ('PREVIEWING', 'RUNNING')) = (finished_at IS NULL)),
  ADD CONSTRAINT import_job_failure CHECK ((state = 'FAILED') = (failure IS NOT NULL));
DROP INDEX import_job_running;
CREATE INDEX import_job_at_work ON import_job (runner) WHERE state IN ('PREVIEWING', 'RUNNING');
CREATE INDEX import_job_started ON import_job (started_at DESC);

ALTER TABLE import_reject
  ADD COLUMN position integer,
  ADD COLUMN row_text text NOT NULL DEFAULT '',
  DROP CONSTRAINT import_reject_pkey;
UPDATE import_reject SET position = line;
ALTER TABLE import_reject ADD PRIMARY KEY (job, position);

-- The rows that a preview has met, so that a record that comes twice in a file is not counted as new twice.
CREATE UNLOGGED TABLE import_seen (
  job         uuid NOT NULL REFERENCES import_job (id),
  external_id text NOT NULL,
  said        integer NOT NULL, -- a hash of what the row says
  PRIMARY KEY (job, external_id)
);
