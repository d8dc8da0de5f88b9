-- What a report sums lies together in the index, wherever its rows lie in the table.
DROP INDEX duration_tally_scope;
CREATE INDEX duration_tally_scope ON duration_tally (scope, measure, fiscal_year)
  INCLUDE (item, tenths, cases, programme, licensor, licensee, both_sides, legal);
