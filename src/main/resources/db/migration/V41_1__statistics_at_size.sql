-- What reports over the whole programme are counted from, so that they answer at once: one row for each contract and year
-- with an impact, one for each side that was asked, and how often each duration came up in a fiscal year.

ALTER TABLE contract_fact
  ADD COLUMN begin_year integer GENERATED ALWAYS AS (fiscal_year(begins_on)) STORED,
  ADD COLUMN end_year   integer GENERATED ALWAYS AS (fiscal_year(ends_on)) STORED;

-- The released impact that counts; with the contract's year before, contracts of several years are counted once.
CREATE TABLE impact_fact (
  contract_number     text NOT NULL,
  fiscal_year         smallint NOT NULL,
  previous_year       smallint,
  impact_yen          bigint NOT NULL,
  jobs                integer NOT NULL,
  licensee_prefecture text,
  licensor_adviser    text,
  licensee_adviser    text,
  regions             text[] NOT NULL,
  wipo_fields         smallint[] NOT NULL,
  inpit_fields        smallint[] NOT NULL,
  PRIMARY KEY (contract_number, fiscal_year)
);
CREATE INDEX released_figure_contract ON released_figure (contract_number);

-- What a side was asked; tenths of a day until it answered, none while it has not.
CREATE TABLE asking_fact (
  case_number text NOT NULL,
  side        text NOT NULL,
  occasion    text NOT NULL,
  round       integer NOT NULL,
  asked_on    date NOT NULL,
  tenths      integer,
  PRIMARY KEY (case_number, side, occasion, round)
);
CREATE INDEX asking_fact_asked_on ON asking_fact (asked_on) INCLUDE (occasion, tenths);

-- How many stages were left (STAGE), or questions asked (ASKED), in a fiscal year with each duration; of all cases and of
-- those in each region. Changes are added as further rows, so that nobody waits for another; the rows of one kind are summed.
CREATE TABLE duration_tally (
  scope       text NOT NULL,
  measure     text NOT NULL,
  item        text NOT NULL,
  fiscal_year smallint NOT NULL,
  tenths      integer,
  cases       integer NOT NULL,
  programme   bigint NOT NULL,
  licensor    bigint NOT NULL,
  licensee    bigint NOT NULL,
  both_sides  bigint NOT NULL,
  legal       bigint NOT NULL
);
CREATE INDEX duration_tally_scope ON duration_tally (scope, measure, fiscal_year);

CREATE INDEX match_declined_at ON match (found_at) INCLUDE (decline_reason, seed_number) WHERE status = 'DECLINED';

CREATE VIEW derived_impact_fact AS
SELECT contract_number, released.fiscal_year::smallint AS fiscal_year,
  (lag(released.fiscal_year) OVER (PARTITION BY contract_number ORDER BY released.fiscal_year))::smallint AS previous_year,
  (sales_yen + investment_yen + cost_saved_yen)::bigint AS impact_yen, jobs, licensee_prefecture, licensor_adviser,
  licensee_adviser, regions, wipo_fields, inpit_fields
FROM released_impact released JOIN contract_fact USING (contract_number);

CREATE VIEW derived_asking_fact AS
SELECT case_number, side, occasion, round, day_of(asked_at) AS asked_on,
  round(extract(epoch FROM answered_at - asked_at) / 8640)::integer AS tenths
FROM asked_side;

CREATE VIEW scoped_duration AS
SELECT case_number, scope, measure, item, fiscal_year(day)::smallint AS fiscal_year, tenths, programme, licensor, licensee,
  both_sides, legal
FROM (
  SELECT case_number, 'STAGE' AS measure, stage AS item, left_on AS day, tenths, programme, licensor, licensee, both_sides,
    legal
  FROM stage_passage
  UNION ALL
  SELECT case_number, 'ASKED', occasion, asked_on, tenths, 0, 0, 0, 0, 0 FROM asking_fact) duration
JOIN case_fact USING (case_number) CROSS JOIN LATERAL unnest(array_prepend('ALL', regions)) AS scope;

CREATE FUNCTION derive_impacts_of(contracts text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM impact_fact WHERE contract_number = ANY (contracts);
  INSERT INTO impact_fact SELECT * FROM derived_impact_fact WHERE contract_number = ANY (contracts);
END $$;

CREATE OR REPLACE FUNCTION derive_facts_of(only_case text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  counted   scoped_duration[] := ARRAY(SELECT duration FROM scoped_duration duration WHERE case_number = only_case);
  contracts text[] := ARRAY(SELECT number FROM contract WHERE case_number = only_case
                            UNION SELECT contract_number FROM contract_fact WHERE case_number = only_case);
BEGIN
  DELETE FROM contract_fact WHERE case_number = only_case;
  DELETE FROM case_fact WHERE case_number = only_case;
  DELETE FROM stage_passage WHERE case_number = only_case;
  DELETE FROM asking_fact WHERE case_number = only_case;
  INSERT INTO contract_fact SELECT * FROM derived_contract_fact WHERE case_number = only_case;
  INSERT INTO case_fact SELECT * FROM derived_case_fact WHERE case_number = only_case;
  INSERT INTO stage_passage SELECT * FROM derived_stage_passage WHERE case_number = only_case;
  INSERT INTO asking_fact SELECT * FROM derived_asking_fact WHERE case_number = only_case;
  IF contracts <> '{}' THEN
    PERFORM derive_impacts_of(contracts);
  END IF;
  INSERT INTO duration_tally
  SELECT scope, measure, item, fiscal_year, tenths, sum(sign), sum(sign * programme), sum(sign * licensor),
    sum(sign * licensee), sum(sign * both_sides), sum(sign * legal)
  FROM (
    SELECT -1 AS sign, * FROM unnest(counted)
    UNION ALL
    SELECT 1, * FROM scoped_duration WHERE case_number = only_case) change
  GROUP BY scope, measure, item, fiscal_year, tenths
  HAVING (sum(sign), sum(sign * programme), sum(sign * licensor), sum(sign * licensee), sum(sign * both_sides),
    sum(sign * legal)) <> (0, 0, 0, 0, 0, 0);
END $$;

CREATE OR REPLACE FUNCTION derive_facts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE licensing_case, case_clock, term_round, party_asking, party_answer, contract, inquiry_release,
    released_figure IN SHARE MODE;
  TRUNCATE contract_fact, case_fact, stage_passage, asking_fact, impact_fact, duration_tally;
  INSERT INTO contract_fact SELECT * FROM derived_contract_fact;
  INSERT INTO case_fact SELECT * FROM derived_case_fact;
  INSERT INTO stage_passage SELECT * FROM derived_stage_passage;
  INSERT INTO asking_fact SELECT * FROM derived_asking_fact;
  INSERT INTO impact_fact SELECT * FROM derived_impact_fact;
  INSERT INTO duration_tally
  SELECT scope, measure, item, fiscal_year, tenths, count(*), sum(programme), sum(licensor), sum(licensee),
    sum(both_sides), sum(legal)
  FROM scoped_duration GROUP BY scope, measure, item, fiscal_year, tenths;
END $$;

-- Sums up what was added since; whoever reads meanwhile sees the rows of before or of after.
CREATE FUNCTION sum_up_durations() RETURNS void LANGUAGE sql AS $$
  WITH crowded AS (
    SELECT scope, measure, item, fiscal_year, tenths FROM duration_tally
    GROUP BY scope, measure, item, fiscal_year, tenths HAVING count(*) > 1),
  taken AS (
    DELETE FROM duration_tally tally USING crowded
    WHERE (tally.scope, tally.measure, tally.item, tally.fiscal_year)
        = (crowded.scope, crowded.measure, crowded.item, crowded.fiscal_year)
      AND tally.tenths IS NOT DISTINCT FROM crowded.tenths
    RETURNING tally.*)
  INSERT INTO duration_tally
  SELECT scope, measure, item, fiscal_year, tenths, sum(cases), sum(programme), sum(licensor), sum(licensee),
    sum(both_sides), sum(legal)
  FROM taken GROUP BY scope, measure, item, fiscal_year, tenths HAVING sum(cases) <> 0;
$$;

DROP TRIGGER term_round_facts ON term_round;
CREATE TRIGGER term_round_facts AFTER INSERT OR DELETE OR UPDATE OF answered_at ON term_round
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('case_number');
CREATE TRIGGER party_asking_facts AFTER INSERT OR UPDATE OR DELETE ON party_asking
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('case_number');
CREATE TRIGGER party_answer_facts AFTER INSERT OR UPDATE OR DELETE ON party_answer
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('case_number');

-- A release moves the impact of its year; figures of a proposal do not count yet.
CREATE FUNCTION derive_impacts_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM derive_impacts_of(ARRAY(
    SELECT contract_number FROM released_figure WHERE fiscal_year = NEW.fiscal_year
    UNION SELECT contract_number FROM impact_fact WHERE fiscal_year = NEW.fiscal_year));
  RETURN NULL;
END $$;
CREATE TRIGGER inquiry_release_facts AFTER INSERT OR UPDATE ON inquiry_release
  FOR EACH ROW WHEN (NEW.state = 'RELEASED') EXECUTE FUNCTION derive_impacts_of_release();

CREATE FUNCTION derive_impacts_of_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM derive_impacts_of(ARRAY(
    SELECT DISTINCT contract_number FROM changed JOIN inquiry_release USING (fiscal_year, release)
    WHERE state = 'RELEASED'));
  RETURN NULL;
END $$;
CREATE TRIGGER released_figure_added AFTER INSERT ON released_figure REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION derive_impacts_of_figures();
CREATE TRIGGER released_figure_changed AFTER UPDATE ON released_figure REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION derive_impacts_of_figures();
CREATE TRIGGER released_figure_removed AFTER DELETE ON released_figure REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION derive_impacts_of_figures();

SELECT derive_facts();
