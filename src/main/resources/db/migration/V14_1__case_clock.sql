CREATE TABLE case_clock (
  case_number text NOT NULL REFERENCES licensing_case (number),
  since       timestamptz NOT NULL,
  until       timestamptz,
  stage       text NOT NULL,
  move_of     text NOT NULL,
  CHECK (until >= since)
);
CREATE INDEX case_clock_of_case ON case_clock (case_number, since);
CREATE UNIQUE INDEX case_clock_runs_once ON case_clock (case_number) WHERE until IS NULL;

INSERT INTO case_clock (case_number, since, stage, move_of)
SELECT number, move_since, stage, move_of FROM licensing_case WHERE outcome IS NULL;
