-- Advisers of the programme: where they sit, what they know, and the open records and cases each looks after.
CREATE TABLE adviser (
  user_id      text PRIMARY KEY,
  version      integer NOT NULL,
  name         text NOT NULL CHECK (name <> ''),
  name_ja      text,
  email        text NOT NULL,
  prefecture   text NOT NULL,
  host         text NOT NULL,
  fields       text[] NOT NULL,
  languages    text[] NOT NULL,
  absent_until date,
  active       boolean NOT NULL
);

CREATE TABLE adviser_load (
  user_id text NOT NULL REFERENCES adviser,
  number  text NOT NULL,
  PRIMARY KEY (user_id, number)
);
CREATE INDEX adviser_load_number ON adviser_load (number);
