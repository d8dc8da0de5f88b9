-- Who saw or changed what. Entries are only ever added; a sealing job gives each its place in a chain of hashes, so that
-- writers never wait for one another.
CREATE TABLE audit_entry (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at             timestamptz NOT NULL DEFAULT now(),
  actor          text NOT NULL,
  action         text NOT NULL CHECK (action IN ('SIGNED_IN', 'SIGN_IN_FAILED', 'SIGNED_OUT', 'SAW', 'REFUSED', 'CHANGED',
                   'OPERATED', 'EXPORTED')),
  subject        text NOT NULL,
  detail         text NOT NULL,
  journal_id     bigint,
  journal_digest text,
  place          bigint UNIQUE,
  hash           bytea,
  CHECK ((place IS NULL) = (hash IS NULL)),
  CHECK ((journal_id IS NULL) = (journal_digest IS NULL))
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, id DESC);
CREATE INDEX audit_entry_actor ON audit_entry (actor, id DESC);
CREATE INDEX audit_entry_at ON audit_entry (at DESC, id DESC);
CREATE INDEX audit_entry_unsealed ON audit_entry (id) WHERE place IS NULL;
CREATE UNIQUE INDEX audit_entry_journal ON audit_entry (journal_id) WHERE journal_id IS NOT NULL;

CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.place IS NULL AND NEW.place IS NOT NULL
    AND (NEW.id, NEW.at, NEW.actor, NEW.action, NEW.subject, NEW.detail, NEW.journal_id, NEW.journal_digest)
      IS NOT DISTINCT FROM
      (OLD.id, OLD.at, OLD.actor, OLD.action, OLD.subject, OLD.detail, OLD.journal_id, OLD.journal_digest) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Entries of the audit trail are never changed or removed';
END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

-- The journal says what was changed; the trail keeps that it was said, and a digest of the words.
CREATE FUNCTION journal_digest(event text, words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(event || E'\n' || words, 'UTF8')), 'hex')
$$;
-- Who comes by link is named by the side alone, so that a person's name can be erased from the journal.
CREATE FUNCTION audit_actor(actor text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(actor, '^.* \((licensor|licensee), by link\)$', '\1 by link')
$$;
CREATE FUNCTION journal_entry_audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entry (at, actor, action, subject, detail, journal_id, journal_digest)
  VALUES (NEW.at, audit_actor(NEW.actor), 'CHANGED', NEW.number, NEW.event, NEW.id, journal_digest(NEW.event, NEW.text));
  RETURN NULL;
END $$;
CREATE TRIGGER journal_entry_audited AFTER INSERT ON journal_entry
  FOR EACH ROW EXECUTE FUNCTION journal_entry_audited();
INSERT INTO audit_entry (at, actor, action, subject, detail, journal_id, journal_digest)
SELECT at, audit_actor(actor), 'CHANGED', number, event, id, journal_digest(event, text) FROM journal_entry ORDER BY id;

-- What users did in the engine: claims, completions, retries, suspensions, changes of rights and people. Never the values.
CREATE FUNCTION operation_audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entry (actor, action, subject, detail)
  VALUES (
    coalesce(NEW.user_id_, 'system'),
    'OPERATED',
    coalesce(
      CASE WHEN NEW.entity_type_ IN ('User', 'Group', 'Group membership', 'Authorization')
        AND NEW.property_ IN ('userId', 'groupId') THEN coalesce(NEW.new_value_, NEW.org_value_) END,
      (SELECT business_key_ FROM act_hi_procinst WHERE proc_inst_id_ = NEW.proc_inst_id_),
      NEW.proc_inst_id_, NEW.task_id_, NEW.deployment_id_, '-'),
    concat_ws(' ', NEW.operation_type_, NEW.entity_type_, NEW.property_, NEW.task_id_));
  RETURN NULL;
END $$;
CREATE TRIGGER operation_audited AFTER INSERT ON act_hi_op_log
  FOR EACH ROW EXECUTE FUNCTION operation_audited();
