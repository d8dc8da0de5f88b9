-- New and changed records that wait to be taken to the other side; a record stands here as often as it changed.
CREATE TABLE matching_newcomer (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record  text NOT NULL,
  changed boolean NOT NULL
);
