-- The trail takes all entries of one statement at once: an import makes hundreds with each.
DROP TRIGGER journal_entry_audited ON journal_entry;
CREATE OR REPLACE FUNCTION journal_entry_audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entry (at, actor, action, subject, detail, journal_id, journal_digest)
  SELECT at, audit_actor(actor), 'CHANGED', number, event, id, journal_digest(event, text) FROM entered ORDER BY id;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_entry_audited AFTER INSERT ON journal_entry REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION journal_entry_audited();
