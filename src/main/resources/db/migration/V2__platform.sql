-- Outbox of the modules' events (Spring Modulith's event publication registry).
CREATE TABLE event_publication (
  id               uuid PRIMARY KEY,
  listener_id      text NOT NULL,
  event_type       text NOT NULL,
  serialized_event text NOT NULL,
  publication_date timestamptz NOT NULL,
  completion_date  timestamptz
);
CREATE INDEX event_publication_incomplete ON event_publication (publication_date) WHERE completion_date IS NULL;

-- What the engine does not index.
CREATE INDEX kk_job_due ON act_ru_job (duedate_, lock_exp_time_) WHERE retries_ > 0 AND suspension_state_ = 1;
CREATE INDEX kk_task_due ON act_ru_task (due_date_);
CREATE INDEX kk_task_definition_key ON act_ru_task (task_def_key_);
CREATE INDEX kk_variable_name_text ON act_ru_variable (name_, text_);

-- The engine's runtime tables change all the time: vacuum early, leave room for updates in place.
ALTER TABLE act_ru_execution SET (autovacuum_vacuum_scale_factor = 0.01, fillfactor = 75);
ALTER TABLE act_ru_task SET (autovacuum_vacuum_scale_factor = 0.01, fillfactor = 75);
ALTER TABLE act_ru_variable SET (autovacuum_vacuum_scale_factor = 0.01, fillfactor = 75);
ALTER TABLE act_ru_job SET (autovacuum_vacuum_scale_factor = 0.01, fillfactor = 75);
ALTER TABLE act_ru_event_subscr SET (autovacuum_vacuum_scale_factor = 0.01);

-- Numbers of records and cases: kind, year and a number that is never given twice.
CREATE SEQUENCE seed_number;
CREATE SEQUENCE need_number;
CREATE SEQUENCE match_number;
CREATE SEQUENCE case_number;
CREATE SEQUENCE contract_number;

CREATE TABLE journal_entry (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL,
  at     timestamptz NOT NULL,
  actor  text NOT NULL,
  event  text NOT NULL,
  text   text NOT NULL
);
CREATE INDEX journal_entry_number ON journal_entry (number, id);
