-- When advisers are away and who stands in; which tasks the deputies hold for them.
CREATE TABLE absence (
  id         uuid PRIMARY KEY,
  user_id    text NOT NULL REFERENCES adviser (user_id),
  first_day  date NOT NULL,
  last_day   date NOT NULL,
  deputy     text REFERENCES adviser (user_id),
  open_tasks boolean NOT NULL,
  state      text NOT NULL CHECK (state IN ('PLANNED', 'RUNNING', 'OVER')),
  CHECK (last_day >= first_day),
  CHECK (deputy <> user_id)
);
CREATE INDEX absence_of_adviser ON absence (user_id, last_day);
CREATE INDEX absence_of_deputy ON absence (deputy, last_day);
CREATE INDEX absence_state ON absence (state) WHERE state <> 'OVER';

CREATE TABLE absence_task (
  absence_id uuid NOT NULL REFERENCES absence (id),
  task_id    text NOT NULL,
  PRIMARY KEY (absence_id, task_id)
);

INSERT INTO absence (id, user_id, first_day, last_day, open_tasks, state)
SELECT gen_random_uuid(), user_id, least(current_date, absent_until), absent_until, false, 'RUNNING'
FROM adviser WHERE absent_until IS NOT NULL;
ALTER TABLE adviser DROP absent_until;

-- Colleagues asked into a case.
CREATE TABLE case_member (
  case_number text NOT NULL REFERENCES licensing_case (number),
  user_id     text NOT NULL,
  invited_by  text NOT NULL,
  invited_at  timestamptz NOT NULL,
  PRIMARY KEY (case_number, user_id)
);
CREATE INDEX case_member_user ON case_member (user_id);
