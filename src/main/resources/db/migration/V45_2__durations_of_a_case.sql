-- What a report on the cases of a field or an adviser reads of each case lies together in the index.
CREATE INDEX stage_passage_case ON stage_passage (case_number)
  INCLUDE (stage, left_on, tenths, programme, licensor, licensee, both_sides, legal);
CREATE INDEX asking_fact_case ON asking_fact (case_number) INCLUDE (occasion, asked_on, tenths);
