CREATE TABLE royalty_benchmark (
  field   smallint NOT NULL CHECK (field BETWEEN 0 AND 35),
  percent numeric(5, 2) NOT NULL CHECK (percent BETWEEN 0 AND 100),
  source  text NOT NULL,
  as_of   date NOT NULL,
  PRIMARY KEY (field, source)
);
COMMENT ON COLUMN royalty_benchmark.field IS 'WIPO technology field, 0 for all fields together';

INSERT INTO royalty_benchmark (field, percent, source, as_of)
SELECT field, percent, 'JPO royalty survey, fiscal year 2009', DATE '2010-03-31' FROM (VALUES
  (0, 3.7), (13, 5.3), (14, 4.3), (15, 6.0), (16, 6.0), (17, 4.3), (19, 4.3), (22, 4.1), (23, 4.3), (33, 5.3)
) AS survey (field, percent);

CREATE INDEX licensing_case_concluded ON licensing_case (seed_number) WHERE outcome = 'CONCLUDED';
CREATE INDEX seed_technology_fields ON seed USING gin (technology_fields);
