-- Two transactions that change one case at the same moment would both derive its facts: the second waits for the first.
CREATE OR REPLACE FUNCTION derive_facts_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := to_jsonb(coalesce(NEW, OLD)) ->> TG_ARGV[0];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('facts of ' || changed, 0));
  PERFORM derive_facts_of(changed);
  RETURN NULL;
END $$;
