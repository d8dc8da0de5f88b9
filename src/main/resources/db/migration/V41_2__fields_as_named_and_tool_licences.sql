-- INPIT's thirteen fields are those that a record names itself; where it names none of them they follow from the IPC. They stand
-- beside the record, so that counting need not work them out. What was copied onto cases and contracts stays as it is.
CREATE TABLE inpit_name (
  name  text PRIMARY KEY,
  field smallint NOT NULL CHECK (field BETWEEN 1 AND 13)
);
INSERT INTO inpit_name (name, field) VALUES
  ('電気・電子', 1), ('electricity, electronics', 1), ('electricity', 1),
  ('情報・通信', 2), ('information, communication', 2), ('information', 2),
  ('機械・加工', 3), ('machinery, processing', 3), ('machinery', 3),
  ('輸送', 4), ('transport', 4), ('transport', 4),
  ('土木・建築', 5), ('civil engineering, construction', 5), ('construction', 5),
  ('繊維・紙', 6), ('textiles, paper', 6), ('textile', 6),
  ('化学・薬品', 7), ('chemistry, drugs', 7), ('chemistry', 7),
  ('金属材料', 8), ('metals', 8), ('metals', 8),
  ('有機材料', 9), ('organic materials', 9), ('organic_materials', 9),
  ('無機材料', 10), ('inorganic materials', 10), ('inorganic_materials', 10),
  ('食品・バイオ', 11), ('food, biotechnology', 11), ('food', 11),
  ('生活・文化', 12), ('living, culture', 12), ('living', 12),
  ('その他', 13), ('other', 13), ('other', 13)
ON CONFLICT DO NOTHING;

-- In a language that keeps its plans, as a million rows may come at once.
CREATE OR REPLACE FUNCTION inpit_fields(ipc text[]) RETURNS smallint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT DISTINCT coalesce(subclass.field, class.field, 13::smallint) AS field
    FROM unnest(ipc) AS symbol
    LEFT JOIN inpit_rule subclass ON subclass.prefix = left(symbol, 4)
    LEFT JOIN inpit_rule class ON class.prefix = left(symbol, 3)
    ORDER BY field);
END $$;

CREATE FUNCTION inpit_fields(topics text[], ipc text[]) RETURNS smallint[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  named smallint[] := '{}';
BEGIN
  IF topics <> '{}' THEN
    named := ARRAY(SELECT DISTINCT field FROM unnest(topics) AS topic JOIN inpit_name ON name = lower(btrim(topic))
                   ORDER BY field);
  END IF;
  RETURN CASE WHEN named = '{}' THEN inpit_fields(ipc) ELSE named END;
END $$;

ALTER TABLE seed ADD COLUMN inpit_fields smallint[] NOT NULL DEFAULT '{}';
ALTER TABLE need ADD COLUMN inpit_fields smallint[] NOT NULL DEFAULT '{}';

CREATE FUNCTION seed_inpit_fields() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.inpit_fields := inpit_fields(NEW.topic_fields, NEW.ipc);
  RETURN NEW;
END $$;
CREATE TRIGGER seed_inpit_fields BEFORE INSERT OR UPDATE OF topic_fields, ipc ON seed
  FOR EACH ROW EXECUTE FUNCTION seed_inpit_fields();

CREATE FUNCTION need_inpit_fields() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.inpit_fields := inpit_fields(NEW.ipc);
  RETURN NEW;
END $$;
CREATE TRIGGER need_inpit_fields BEFORE INSERT OR UPDATE OF ipc ON need
  FOR EACH ROW EXECUTE FUNCTION need_inpit_fields();

-- Nothing that is searched changes, so no text is read again.
ALTER TABLE seed DISABLE TRIGGER USER;
ALTER TABLE need DISABLE TRIGGER USER;
UPDATE seed SET inpit_fields = inpit_fields(topic_fields, ipc);
UPDATE need SET inpit_fields = inpit_fields(ipc);
ALTER TABLE seed ENABLE TRIGGER USER;
ALTER TABLE need ENABLE TRIGGER USER;
CREATE INDEX seed_inpit_fields ON seed USING gin (inpit_fields);

CREATE OR REPLACE FUNCTION licensing_case_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT origin_channel(seed.source, need.source), seed.technology_fields, seed.inpit_fields
  INTO NEW.channel, NEW.wipo_fields, NEW.inpit_fields
  FROM seed, need WHERE seed.number = NEW.seed_number AND need.number = NEW.need_number;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION contract_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT origin.licensor_adviser, origin.licensee_adviser, seed.inpit_fields
  INTO NEW.licensor_adviser, NEW.licensee_adviser, NEW.inpit_fields
  FROM licensing_case origin JOIN seed ON seed.number = origin.seed_number WHERE origin.number = NEW.case_number;
  RETURN NEW;
END $$;

-- Research-tool licences on standard terms are counted apart, with what the tool had about it when the licence was concluded.
ALTER TABLE tool_licence
  ADD COLUMN licensor_prefecture text,
  ADD COLUMN wipo_fields         smallint[] NOT NULL DEFAULT '{}',
  ADD COLUMN inpit_fields        smallint[] NOT NULL DEFAULT '{}',
  ADD COLUMN regions             text[] NOT NULL DEFAULT '{}';
CREATE INDEX tool_licence_concluded ON tool_licence (concluded_on) WHERE status = 'CONCLUDED';

CREATE FUNCTION tool_licence_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT prefecture, technology_fields, seed.inpit_fields, regions_of(prefecture, NEW.prefecture)
  INTO NEW.licensor_prefecture, NEW.wipo_fields, NEW.inpit_fields, NEW.regions
  FROM seed WHERE number = NEW.seed_number;
  RETURN NEW;
END $$;
CREATE TRIGGER tool_licence_concluded BEFORE INSERT OR UPDATE OF concluded_on ON tool_licence
  FOR EACH ROW WHEN (NEW.status = 'CONCLUDED') EXECUTE FUNCTION tool_licence_copies();
UPDATE tool_licence SET concluded_on = concluded_on WHERE status = 'CONCLUDED';

-- In the words of contracts; nobody advises on such a licence.
CREATE VIEW tool_licence_fact AS
SELECT number AS contract_number, seed_number, concluded_on AS signed_on, fiscal_year(concluded_on) AS fiscal_year,
  'RESEARCH_TOOL' AS kind, NULL::text AS channel, NULL::text AS licensor_type, organisation_type AS licensee_type,
  licensor_prefecture, prefecture AS licensee_prefecture,
  CASE WHEN licensor_prefecture IS NULL OR prefecture IS NULL THEN 'ABROAD'
    WHEN licensor_prefecture = prefecture THEN 'SAME' ELSE 'DIFFERENT' END AS distance,
  NULL::text AS licensor_adviser, NULL::text AS licensee_adviser, regions, wipo_fields, inpit_fields,
  fiscal_year(concluded_on) AS begin_year, fiscal_year(ends_on) AS end_year, licensor, organisation AS licensee
FROM tool_licence WHERE status = 'CONCLUDED';
