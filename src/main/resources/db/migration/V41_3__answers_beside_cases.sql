-- What a side was asked is derived row by row, beside the facts of its case: both sides may be asked while the case moves on,
-- and neither waits for the other.
CREATE OR REPLACE FUNCTION derive_facts_of(only_case text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  counted   scoped_duration[] := ARRAY(SELECT duration FROM scoped_duration duration WHERE case_number = only_case);
  contracts text[] := ARRAY(SELECT number FROM contract WHERE case_number = only_case
                            UNION SELECT contract_number FROM contract_fact WHERE case_number = only_case);
BEGIN
  DELETE FROM contract_fact WHERE case_number = only_case;
  DELETE FROM case_fact WHERE case_number = only_case;
  DELETE FROM stage_passage WHERE case_number = only_case;
  INSERT INTO contract_fact SELECT * FROM derived_contract_fact WHERE case_number = only_case;
  INSERT INTO case_fact SELECT * FROM derived_case_fact WHERE case_number = only_case;
  INSERT INTO stage_passage SELECT * FROM derived_stage_passage WHERE case_number = only_case;
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

-- Of an offer both sides count, whichever was asked.
CREATE FUNCTION derive_askings(only_case text, only_occasion text, only_round integer, only_side text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  counted asking_fact[] := ARRAY(
    SELECT asking FROM asking_fact asking
    WHERE (case_number, occasion, round) = (only_case, only_occasion, only_round) AND side = coalesce(only_side, side));
BEGIN
  DELETE FROM asking_fact
  WHERE (case_number, occasion, round) = (only_case, only_occasion, only_round) AND side = coalesce(only_side, side);
  INSERT INTO asking_fact SELECT * FROM derived_asking_fact
  WHERE (case_number, occasion, round) = (only_case, only_occasion, only_round) AND side = coalesce(only_side, side);
  INSERT INTO duration_tally
  SELECT scope, 'ASKED', occasion, fiscal_year(asked_on), tenths, sum(sign), 0, 0, 0, 0, 0
  FROM (
    SELECT -1 AS sign, * FROM unnest(counted)
    UNION ALL
    SELECT 1, * FROM asking_fact
    WHERE (case_number, occasion, round) = (only_case, only_occasion, only_round) AND side = coalesce(only_side, side)) change
  JOIN case_fact USING (case_number) CROSS JOIN LATERAL unnest(array_prepend('ALL', regions)) AS scope
  GROUP BY scope, occasion, fiscal_year(asked_on), tenths HAVING sum(sign) <> 0;
END $$;

CREATE FUNCTION derive_askings_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row jsonb := to_jsonb(coalesce(NEW, OLD));
BEGIN
  PERFORM derive_askings(row ->> 'case_number', row ->> 'occasion', (row ->> 'round')::integer, row ->> 'side');
  RETURN NULL;
END $$;

CREATE FUNCTION derive_askings_of_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM derive_askings(NEW.case_number, 'OFFER', NEW.number, NULL);
  RETURN NULL;
END $$;

DROP TRIGGER term_round_facts ON term_round;
DROP TRIGGER party_asking_facts ON party_asking;
DROP TRIGGER party_answer_facts ON party_answer;
CREATE TRIGGER term_round_facts AFTER INSERT OR DELETE ON term_round
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('case_number');
CREATE TRIGGER term_round_answer AFTER UPDATE OF answered_at ON term_round
  FOR EACH ROW EXECUTE FUNCTION derive_askings_of_round();
CREATE TRIGGER party_asking_facts AFTER INSERT OR UPDATE OR DELETE ON party_asking
  FOR EACH ROW EXECUTE FUNCTION derive_askings_of_row();
CREATE TRIGGER party_answer_facts AFTER INSERT OR UPDATE OR DELETE ON party_answer
  FOR EACH ROW EXECUTE FUNCTION derive_askings_of_row();
