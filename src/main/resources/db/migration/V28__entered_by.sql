-- Who entered a record: programs see their own only. A case knows who entered the records of its two sides. Of an
-- organisation nobody is known where the programme itself or an earlier version entered it.
ALTER TABLE organisation ADD COLUMN entered_by text;

ALTER TABLE seed ADD COLUMN entered_by text;
ALTER TABLE need ADD COLUMN entered_by text;
UPDATE seed SET entered_by = coalesce(
  (SELECT actor FROM journal_entry entry WHERE entry.number = seed.number ORDER BY entry.id LIMIT 1), 'system');
UPDATE need SET entered_by = coalesce(
  (SELECT actor FROM journal_entry entry WHERE entry.number = need.number ORDER BY entry.id LIMIT 1), 'system');
ALTER TABLE seed ALTER COLUMN entered_by SET NOT NULL;
ALTER TABLE need ALTER COLUMN entered_by SET NOT NULL;
CREATE INDEX seed_entered_by ON seed (entered_by, number DESC);
CREATE INDEX need_entered_by ON need (entered_by, number DESC);

ALTER TABLE licensing_case ADD COLUMN licensor_entered_by text;
ALTER TABLE licensing_case ADD COLUMN licensee_entered_by text;
UPDATE licensing_case SET
  licensor_entered_by = (SELECT entered_by FROM seed WHERE seed.number = seed_number),
  licensee_entered_by = (SELECT entered_by FROM need WHERE need.number = need_number);
ALTER TABLE licensing_case ALTER COLUMN licensor_entered_by SET NOT NULL;
ALTER TABLE licensing_case ALTER COLUMN licensee_entered_by SET NOT NULL;
CREATE INDEX licensing_case_licensor_entered_by ON licensing_case (licensor_entered_by);
CREATE INDEX licensing_case_licensee_entered_by ON licensing_case (licensee_entered_by);
