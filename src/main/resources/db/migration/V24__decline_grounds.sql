-- A digest of what an adviser looked at who declined a pair; once it changes, the pair may be proposed again.
ALTER TABLE match ADD COLUMN decline_grounds text CHECK (decline_grounds IS NULL OR status = 'DECLINED');
