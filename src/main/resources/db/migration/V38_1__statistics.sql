-- What statistics are counted from. Facts are derived from the records of cases and contracts by one function each, in
-- the transaction that changes a record; the same functions build them anew, with the same result.

CREATE FUNCTION fiscal_year(day date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(year FROM day) - CASE WHEN extract(month FROM day) < 4 THEN 1 ELSE 0 END)::integer;

CREATE FUNCTION day_of(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (at AT TIME ZONE 'Asia/Tokyo')::date;

CREATE TABLE prefecture_region (
  prefecture text PRIMARY KEY,
  region     text NOT NULL
);
INSERT INTO prefecture_region (prefecture, region) VALUES
  ('HOKKAIDO', 'HOKKAIDO_TOHOKU'), ('AOMORI', 'HOKKAIDO_TOHOKU'), ('IWATE', 'HOKKAIDO_TOHOKU'),
  ('MIYAGI', 'HOKKAIDO_TOHOKU'), ('AKITA', 'HOKKAIDO_TOHOKU'), ('YAMAGATA', 'HOKKAIDO_TOHOKU'),
  ('FUKUSHIMA', 'HOKKAIDO_TOHOKU'), ('IBARAKI', 'KANTO'), ('TOCHIGI', 'KANTO'), ('GUNMA', 'KANTO'),
  ('SAITAMA', 'KANTO'), ('CHIBA', 'KANTO'), ('TOKYO', 'KANTO'), ('KANAGAWA', 'KANTO'), ('NIIGATA', 'KANTO'),
  ('TOYAMA', 'CHUBU'), ('ISHIKAWA', 'CHUBU'), ('FUKUI', 'KINKI'), ('YAMANASHI', 'KANTO'), ('NAGANO', 'KANTO'),
  ('GIFU', 'CHUBU'), ('SHIZUOKA', 'KANTO'), ('AICHI', 'CHUBU'), ('MIE', 'CHUBU'), ('SHIGA', 'KINKI'),
  ('KYOTO', 'KINKI'), ('OSAKA', 'KINKI'), ('HYOGO', 'KINKI'), ('NARA', 'KINKI'), ('WAKAYAMA', 'KINKI'),
  ('TOTTORI', 'CHUGOKU'), ('SHIMANE', 'CHUGOKU'), ('OKAYAMA', 'CHUGOKU'), ('HIROSHIMA', 'CHUGOKU'),
  ('YAMAGUCHI', 'CHUGOKU'), ('TOKUSHIMA', 'SHIKOKU'), ('KAGAWA', 'SHIKOKU'), ('EHIME', 'SHIKOKU'),
  ('KOCHI', 'SHIKOKU'), ('FUKUOKA', 'KYUSHU_OKINAWA'), ('SAGA', 'KYUSHU_OKINAWA'), ('NAGASAKI', 'KYUSHU_OKINAWA'),
  ('KUMAMOTO', 'KYUSHU_OKINAWA'), ('OITA', 'KYUSHU_OKINAWA'), ('MIYAZAKI', 'KYUSHU_OKINAWA'),
  ('KAGOSHIMA', 'KYUSHU_OKINAWA'), ('OKINAWA', 'KYUSHU_OKINAWA');

-- INPIT's thirteen fields by class and subclass of the IPC; the longer prefix counts, and what none names is 13, other.
CREATE TABLE inpit_rule (
  prefix text PRIMARY KEY,
  field  smallint NOT NULL CHECK (field BETWEEN 1 AND 13)
);
INSERT INTO inpit_rule (prefix, field) VALUES
  ('H01', 1), ('H02', 1), ('H03', 1), ('H05', 1), ('H10', 1), ('G01', 1), ('G02', 1), ('G03', 1), ('G04', 1),
  ('G05', 1), ('G12', 1), ('H04', 2), ('G06', 2), ('G07', 2), ('G08', 2), ('G09', 2), ('G10', 2), ('G11', 2),
  ('G16', 2), ('B02', 3), ('B03', 3), ('B04', 3), ('B05', 3), ('B06', 3), ('B07', 3), ('B08', 3), ('B21', 3),
  ('B23', 3), ('B24', 3), ('B25', 3), ('B26', 3), ('B27', 3), ('B30', 3), ('B33', 3), ('B41', 3), ('B65', 3),
  ('B66', 3), ('B67', 3), ('B81', 3), ('B82', 3), ('F01', 3), ('F02', 3), ('F03', 3), ('F04', 3), ('F15', 3),
  ('F16', 3), ('F17', 3), ('F22', 3), ('F23', 3), ('F25', 3), ('F26', 3), ('F27', 3), ('F28', 3), ('F41', 3),
  ('F42', 3), ('G21', 3), ('B60', 4), ('B61', 4), ('B62', 4), ('B63', 4), ('B64', 4), ('E01', 5), ('E02', 5),
  ('E03', 5), ('E04', 5), ('E05', 5), ('E06', 5), ('E21', 5), ('B31', 6), ('D01', 6), ('D02', 6), ('D03', 6),
  ('D04', 6), ('D05', 6), ('D06', 6), ('D07', 6), ('D21', 6), ('A61K', 7), ('A61P', 7), ('A61Q', 7), ('A62D', 7),
  ('B01', 7), ('C02', 7), ('C05', 7), ('C06', 7), ('C09', 7), ('C10', 7), ('C11', 7), ('C14', 7), ('C40', 7),
  ('B22', 8), ('C21', 8), ('C22', 8), ('C23', 8), ('C25', 8), ('B29', 9), ('B32', 9), ('C07', 9), ('C08', 9),
  ('B28', 10), ('C01', 10), ('C03', 10), ('C04', 10), ('C30', 10), ('A01', 11), ('A21', 11), ('A22', 11),
  ('A23', 11), ('A24', 11), ('C12', 11), ('C13', 11), ('A41', 12), ('A42', 12), ('A43', 12), ('A44', 12),
  ('A45', 12), ('A46', 12), ('A47', 12), ('A61', 12), ('A62', 12), ('A63', 12), ('B42', 12), ('B43', 12),
  ('B44', 12), ('B68', 12), ('F21', 12), ('F24', 12);

CREATE FUNCTION inpit_fields(ipc text[]) RETURNS smallint[] LANGUAGE sql STABLE
RETURN ARRAY(
  SELECT DISTINCT coalesce(
    (SELECT field FROM inpit_rule WHERE prefix = left(symbol, 4)),
    (SELECT field FROM inpit_rule WHERE prefix = left(symbol, 3)),
    13::smallint) AS field
  FROM unnest(ipc) AS symbol ORDER BY field);

-- How a pair came to the programme: by what its seed or its need was entered from.
CREATE FUNCTION origin_channel(seed_source text, need_source text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN 'consultation' IN (seed_source, need_source) THEN 'CONSULTATION'
  WHEN seed_source ~ '^(event|business-market|seminar)' OR need_source ~ '^(event|business-market|seminar)' THEN 'EVENT'
  WHEN 'portal' IN (seed_source, need_source) THEN 'PORTAL'
  ELSE 'ADVISER' END;

-- Copied when the case is opened and when the contract is signed: what later changes does not move the past.
ALTER TABLE licensing_case
  ADD COLUMN channel      text CHECK (channel IN ('ADVISER', 'PORTAL', 'EVENT', 'CONSULTATION')),
  ADD COLUMN wipo_fields  smallint[],
  ADD COLUMN inpit_fields smallint[];
ALTER TABLE contract
  ADD COLUMN licensor_adviser text,
  ADD COLUMN licensee_adviser text,
  ADD COLUMN inpit_fields     smallint[];

CREATE FUNCTION licensing_case_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT origin_channel(seed.source, need.source), seed.technology_fields, inpit_fields(seed.ipc)
  INTO NEW.channel, NEW.wipo_fields, NEW.inpit_fields
  FROM seed, need WHERE seed.number = NEW.seed_number AND need.number = NEW.need_number;
  RETURN NEW;
END $$;
CREATE TRIGGER licensing_case_copies BEFORE INSERT ON licensing_case
  FOR EACH ROW EXECUTE FUNCTION licensing_case_copies();

CREATE FUNCTION contract_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT origin.licensor_adviser, origin.licensee_adviser, inpit_fields(seed.ipc)
  INTO NEW.licensor_adviser, NEW.licensee_adviser, NEW.inpit_fields
  FROM licensing_case origin JOIN seed ON seed.number = origin.seed_number WHERE origin.number = NEW.case_number;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_copies BEFORE INSERT ON contract FOR EACH ROW EXECUTE FUNCTION contract_copies();

UPDATE licensing_case SET
  channel = origin_channel(seed.source, need.source),
  wipo_fields = seed.technology_fields,
  inpit_fields = inpit_fields(seed.ipc)
FROM seed, need WHERE seed.number = seed_number AND need.number = need_number;
UPDATE contract SET
  licensor_adviser = origin.licensor_adviser,
  licensee_adviser = origin.licensee_adviser,
  inpit_fields = inpit_fields(seed.ipc)
FROM licensing_case origin JOIN seed ON seed.number = origin.seed_number WHERE origin.number = case_number;

-- One row for each contract that counts.
CREATE TABLE contract_fact (
  contract_number     text PRIMARY KEY,
  case_number         text NOT NULL UNIQUE,
  signed_on           date NOT NULL,
  fiscal_year         smallint NOT NULL,
  kind                text NOT NULL,
  channel             text NOT NULL,
  licensor_type       text NOT NULL,
  licensee_type       text NOT NULL,
  licensor_prefecture text,
  licensee_prefecture text,
  distance            text NOT NULL,
  licensor_adviser    text,
  licensee_adviser    text,
  regions             text[] NOT NULL,
  wipo_fields         smallint[] NOT NULL,
  inpit_fields        smallint[] NOT NULL,
  begins_on           date NOT NULL,
  ends_on             date
);
CREATE INDEX contract_fact_signed_on ON contract_fact (signed_on);
CREATE INDEX contract_fact_licensor_adviser ON contract_fact (licensor_adviser);
CREATE INDEX contract_fact_licensee_adviser ON contract_fact (licensee_adviser);
CREATE INDEX contract_fact_wipo_fields ON contract_fact USING gin (wipo_fields);
CREATE INDEX contract_fact_inpit_fields ON contract_fact USING gin (inpit_fields);

-- One row for each case: how far it came (1 match, 2 introduction, 3 confidentiality, 4 terms, 5 contract).
CREATE TABLE case_fact (
  case_number      text PRIMARY KEY,
  opened_on        date NOT NULL,
  ended_on         date,
  outcome          text,
  step             smallint NOT NULL CHECK (step BETWEEN 1 AND 5),
  rounds           smallint NOT NULL,
  channel          text NOT NULL,
  licensor_adviser text,
  licensee_adviser text,
  regions          text[] NOT NULL,
  wipo_fields      smallint[] NOT NULL,
  inpit_fields     smallint[] NOT NULL
);
CREATE INDEX case_fact_opened_on ON case_fact (opened_on);
CREATE INDEX case_fact_ended_on ON case_fact (ended_on);
CREATE INDEX case_fact_licensor_adviser ON case_fact (licensor_adviser);
CREATE INDEX case_fact_licensee_adviser ON case_fact (licensee_adviser);

-- One row for each stage that a case has left: the time in it in tenths of a day, and whose time it was in seconds.
CREATE TABLE stage_passage (
  case_number text NOT NULL,
  stage       text NOT NULL,
  left_on     date NOT NULL,
  tenths      integer NOT NULL,
  programme   integer NOT NULL,
  licensor    integer NOT NULL,
  licensee    integer NOT NULL,
  both_sides  integer NOT NULL,
  legal       integer NOT NULL,
  PRIMARY KEY (case_number, stage)
);
CREATE INDEX stage_passage_left_on ON stage_passage (left_on)
  INCLUDE (stage, tenths, programme, licensor, licensee, both_sides, legal);

CREATE FUNCTION regions_of(licensor text, licensee text) RETURNS text[] LANGUAGE sql STABLE
RETURN ARRAY(SELECT DISTINCT region FROM prefecture_region WHERE prefecture IN (licensor, licensee) ORDER BY region);

-- The rules by which facts follow from the records.
CREATE VIEW derived_contract_fact AS
SELECT contract.number AS contract_number, case_number, signed_on, fiscal_year(signed_on)::smallint AS fiscal_year, kind,
  channel, licensor_type, licensee_type, contract.licensor_prefecture, contract.licensee_prefecture,
  CASE WHEN contract.licensor_prefecture IS NULL OR contract.licensee_prefecture IS NULL THEN 'ABROAD'
    WHEN contract.licensor_prefecture = contract.licensee_prefecture THEN 'SAME' ELSE 'DIFFERENT' END AS distance,
  contract.licensor_adviser, contract.licensee_adviser,
  regions_of(contract.licensor_prefecture, contract.licensee_prefecture) AS regions,
  technology_fields AS wipo_fields, contract.inpit_fields, begins_on, ends_on
FROM contract JOIN licensing_case ON licensing_case.number = case_number
WHERE contract.status = 'CONFIRMED';

CREATE VIEW derived_case_fact AS
SELECT origin.number AS case_number, day_of(opened_at) AS opened_on, day_of(ended_at) AS ended_on, outcome,
  greatest(
    (SELECT max(CASE WHEN clock.stage = 'MATCHED' THEN 1 WHEN clock.stage = 'INTRODUCTION' THEN 2
        WHEN clock.stage IN ('CONFIDENTIALITY', 'EVALUATION') THEN 3
        WHEN clock.stage IN ('REGISTRATION', 'REPORT') THEN 5 ELSE 4 END)
      FROM case_clock clock WHERE clock.case_number = origin.number),
    CASE WHEN EXISTS (SELECT FROM contract WHERE contract.case_number = origin.number AND contract.status <> 'VOID')
      THEN 5 END,
    1)::smallint AS step,
  (SELECT count(*) FROM term_round WHERE term_round.case_number = origin.number)::smallint AS rounds,
  channel, licensor_adviser, licensee_adviser, regions_of(licensor_prefecture, licensee_prefecture) AS regions,
  wipo_fields, inpit_fields
FROM licensing_case origin;

CREATE VIEW derived_stage_passage AS
SELECT case_number, stage, day_of(max(until)) AS left_on, round(sum(spent) / 8640)::integer AS tenths,
  coalesce(sum(spent) FILTER (WHERE move_of = 'PROGRAMME'), 0)::integer AS programme,
  coalesce(sum(spent) FILTER (WHERE move_of = 'LICENSOR'), 0)::integer AS licensor,
  coalesce(sum(spent) FILTER (WHERE move_of = 'LICENSEE'), 0)::integer AS licensee,
  coalesce(sum(spent) FILTER (WHERE move_of = 'BOTH'), 0)::integer AS both_sides,
  coalesce(sum(spent) FILTER (WHERE move_of = 'LEGAL'), 0)::integer AS legal
FROM (SELECT *, round(extract(epoch FROM until - since)) AS spent FROM case_clock) stretch
GROUP BY case_number, stage HAVING bool_and(until IS NOT NULL);

CREATE FUNCTION derive_facts_of(only_case text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM contract_fact WHERE case_number = only_case;
  DELETE FROM case_fact WHERE case_number = only_case;
  DELETE FROM stage_passage WHERE case_number = only_case;
  INSERT INTO contract_fact SELECT * FROM derived_contract_fact WHERE case_number = only_case;
  INSERT INTO case_fact SELECT * FROM derived_case_fact WHERE case_number = only_case;
  INSERT INTO stage_passage SELECT * FROM derived_stage_passage WHERE case_number = only_case;
END $$;

CREATE FUNCTION derive_facts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE licensing_case, case_clock, term_round, contract IN SHARE MODE;
  TRUNCATE contract_fact, case_fact, stage_passage;
  INSERT INTO contract_fact SELECT * FROM derived_contract_fact;
  INSERT INTO case_fact SELECT * FROM derived_case_fact;
  INSERT INTO stage_passage SELECT * FROM derived_stage_passage;
END $$;

CREATE FUNCTION derive_facts_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM derive_facts_of(to_jsonb(coalesce(NEW, OLD)) ->> TG_ARGV[0]);
  RETURN NULL;
END $$;
CREATE TRIGGER licensing_case_facts AFTER INSERT OR UPDATE OR DELETE ON licensing_case
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('number');
CREATE TRIGGER case_clock_facts AFTER INSERT OR UPDATE OR DELETE ON case_clock
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('case_number');
CREATE TRIGGER term_round_facts AFTER INSERT OR DELETE ON term_round
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('case_number');
CREATE TRIGGER contract_facts AFTER INSERT OR UPDATE OR DELETE ON contract
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('case_number');

SELECT derive_facts();

-- What the programme cost in a fiscal year.
CREATE TABLE programme_cost (
  fiscal_year integer PRIMARY KEY CHECK (fiscal_year BETWEEN 1990 AND 2200),
  cost_yen    numeric(15) NOT NULL CHECK (cost_yen >= 0),
  entered_by  text NOT NULL,
  entered_at  timestamptz NOT NULL
);

-- Yearly aggregates from before the system.
CREATE TABLE earlier_result (
  fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2200),
  breakdown   text NOT NULL,
  category    text NOT NULL,
  contracts   integer NOT NULL CHECK (contracts >= 0),
  impact_yen  numeric(18) NOT NULL CHECK (impact_yen >= 0),
  PRIMARY KEY (fiscal_year, breakdown, category)
);

CREATE INDEX seed_registered_at ON seed (registered_at);
CREATE INDEX need_received_at ON need (received_at);
CREATE INDEX match_found_at ON match (found_at);
CREATE INDEX payment_received_on ON payment (received_on);
CREATE INDEX party_asking_asked_at ON party_asking (asked_at);
