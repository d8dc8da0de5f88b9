-- Bulk imports: how far each has come, and which lines it turned down.
CREATE TABLE import_job (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL,
  source      text NOT NULL,
  started_by  text NOT NULL,
  state       text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
  failure     text,
  rows_read   integer NOT NULL DEFAULT 0,
  created     integer NOT NULL DEFAULT 0,
  updated     integer NOT NULL DEFAULT 0,
  unchanged   integer NOT NULL DEFAULT 0,
  rejected    integer NOT NULL DEFAULT 0,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE TABLE import_reject (
  job    uuid NOT NULL REFERENCES import_job (id),
  line   integer NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (job, line)
);
