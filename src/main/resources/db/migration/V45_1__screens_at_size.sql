-- What the supervisor's and the adviser's screens ask first, at the size of the programme.

CREATE INDEX case_fact_wipo_fields ON case_fact USING gin (wipo_fields);
CREATE INDEX case_fact_inpit_fields ON case_fact USING gin (inpit_fields);

-- Sides that have not answered, few among all that were ever asked.
CREATE INDEX asking_fact_unanswered ON asking_fact (case_number) WHERE tenths IS NULL;

-- Seeds of a region, and their pairs, are counted without reading the records themselves.
DROP INDEX seed_prefecture;
CREATE INDEX seed_prefecture ON seed (prefecture, registered_at) INCLUDE (number);

-- Tenths of a day until the licensee answered; none where it has not.
ALTER TABLE inquiry ADD COLUMN tenths integer GENERATED ALWAYS AS (
  CASE WHEN state = 'ANSWERED' THEN
    greatest(0, round(extract(epoch FROM settled_at - asked_on::timestamp AT TIME ZONE 'Asia/Tokyo') / 8640))::integer END)
  STORED;
CREATE INDEX inquiry_asked_on ON inquiry (asked_on) INCLUDE (contract_number, tenths);
