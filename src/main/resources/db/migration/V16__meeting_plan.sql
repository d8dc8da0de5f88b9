-- The times that are offered for the technical meeting: the latest offering counts.
CREATE TABLE meeting_plan (
  case_number text PRIMARY KEY REFERENCES licensing_case (number),
  offering    integer NOT NULL CHECK (offering > 0),
  sequence    integer,
  starts_at   timestamptz,
  minutes     integer,
  place       text,
  cancelled   boolean NOT NULL DEFAULT false,
  CHECK ((sequence IS NULL) = (starts_at IS NULL) AND (starts_at IS NULL) = (minutes IS NULL)
         AND (minutes IS NULL) = (place IS NULL))
);

CREATE TABLE meeting_slot (
  case_number text NOT NULL REFERENCES meeting_plan (case_number),
  offering    integer NOT NULL,
  number      integer NOT NULL CHECK (number BETWEEN 1 AND 5),
  starts_at   timestamptz NOT NULL,
  minutes     integer NOT NULL CHECK (minutes BETWEEN 15 AND 480),
  place       text NOT NULL CHECK (place <> ''),
  PRIMARY KEY (case_number, offering, number)
);

-- What a side said to an offering: the times that suit it, or words on which others would.
CREATE TABLE meeting_answer (
  case_number text NOT NULL REFERENCES meeting_plan (case_number),
  offering    integer NOT NULL,
  side        text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  slots       integer[] NOT NULL,
  words       text NOT NULL,
  CHECK ((cardinality(slots) = 0) = (words <> '')),
  PRIMARY KEY (case_number, offering, side)
);

-- The reminders that were mailed, each once.
CREATE TABLE party_reminder (
  id uuid PRIMARY KEY
);

-- An invitation that goes with a mail, as iCalendar.
ALTER TABLE mail ADD COLUMN invitation text;
