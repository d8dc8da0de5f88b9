-- Whole caseloads on their way to successors, place by place. The load is reserved from the proposal on.
CREATE TABLE handover (
  id         uuid PRIMARY KEY,
  user_id    text NOT NULL REFERENCES adviser (user_id),
  reason     text NOT NULL CHECK (reason <> ''),
  begun_by   text NOT NULL,
  begun_at   timestamptz NOT NULL,
  ended_at   timestamptz
);
CREATE UNIQUE INDEX handover_one_at_a_time ON handover (user_id) WHERE ended_at IS NULL;

CREATE TABLE handover_item (
  handover_id uuid NOT NULL REFERENCES handover (id),
  number      text NOT NULL,
  side        text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  subject     text NOT NULL,
  successor   text REFERENCES adviser (user_id),
  state       text NOT NULL CHECK (state IN ('PROPOSED', 'ACCEPTED', 'DECLINED', 'MOVED')),
  reason      text NOT NULL,
  PRIMARY KEY (handover_id, number, side)
);
