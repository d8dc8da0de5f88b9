-- What each node's search index has to read, and which texts a model has still to read. One row for each record, written
-- in the transaction that changes the record; "changed" is that transaction, so that nobody goes past what is not yet
-- committed: a reader takes only what lies before the oldest transaction that still runs.
CREATE TABLE matching_feed (
  record    text PRIMARY KEY,
  side      text NOT NULL CHECK (side IN ('LICENSOR', 'LICENSEE')),
  changed   xid8 NOT NULL,
  to_read   boolean NOT NULL
);
CREATE INDEX matching_feed_changed ON matching_feed (side, changed, record);
CREATE INDEX matching_feed_to_read ON matching_feed (changed, record) WHERE to_read;

CREATE FUNCTION feed_matching() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO matching_feed (record, side, changed, to_read)
  VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.number ELSE NEW.number END, TG_ARGV[0], pg_current_xact_id(), true)
  ON CONFLICT (record) DO UPDATE SET changed = excluded.changed, to_read = true;
  RETURN NULL;
END $$;

CREATE TRIGGER feed_matching AFTER INSERT OR UPDATE OR DELETE ON seed
  FOR EACH ROW EXECUTE FUNCTION feed_matching('LICENSOR');
CREATE TRIGGER feed_matching AFTER INSERT OR UPDATE OR DELETE ON need
  FOR EACH ROW EXECUTE FUNCTION feed_matching('LICENSEE');

INSERT INTO matching_feed SELECT number, 'LICENSOR', pg_current_xact_id(), true FROM seed;
INSERT INTO matching_feed SELECT number, 'LICENSEE', pg_current_xact_id(), true FROM need;

-- The direction that a model gave a text: computed once, whichever node needs it. "text" is a digest of what was read.
CREATE TABLE text_vector (
  record text PRIMARY KEY,
  model  text NOT NULL,
  text   text NOT NULL,
  vector bytea NOT NULL
);
