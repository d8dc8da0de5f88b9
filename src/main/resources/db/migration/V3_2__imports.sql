-- Bulk imports: how far each has come, and which lines it turned down.
CREATE TABLE import_job (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL,
  source      text NOT NULL,
  started_by  text NOT NULL,
  runner      bigint NOT NULL, -- the advisory lock that the application running it holds as long as it lives
  state       text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
  failure     text,
  rows_read   integer NOT NULL DEFAULT 0,
  created     integer NOT NULL DEFAULT 0,
  updated     integer NOT NULL DEFAULT 0,
  unchanged   integer NOT NULL DEFAULT 0,
  rejected    integer NOT NULL DEFAULT 0,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  CHECK ((state = 'RUNNING') = (finished_at IS NULL)),
  CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
  CHECK (rows_read = created + updated + unchanged + rejected)
);
CREATE INDEX import_job_running ON import_job (runner) WHERE state = 'RUNNING';

CREATE TABLE import_reject (
  job    uuid NOT NULL REFERENCES import_job (id),
  line   integer NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (job, line)
);
