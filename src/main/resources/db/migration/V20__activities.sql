-- What advisers do, the source of statistics. Each change adds a version, none is ever altered or removed.
CREATE TABLE activity_month (
  month     date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  closed_at timestamptz,
  closed_by text,
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);

CREATE TABLE activity_version (
  id              uuid NOT NULL,
  version         integer NOT NULL CHECK (version >= 1),
  adviser         text NOT NULL REFERENCES adviser (user_id),
  kind            text NOT NULL CHECK (kind IN ('VISIT', 'COURSE', 'SEARCH_HELP', 'CONSULTATION', 'MEETING')),
  day             date NOT NULL,
  minutes         integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  prefecture      text NOT NULL,
  organisation_id uuid REFERENCES organisation (id),
  number          text,
  participants    integer CHECK (participants BETWEEN 1 AND 100000),
  text            text NOT NULL,
  struck          boolean NOT NULL,
  reason          text NOT NULL,
  changed_by      text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (id, version),
  CHECK ((kind = 'COURSE') = (participants IS NOT NULL)),
  CHECK ((version = 1) = (reason = ''))
);
CREATE INDEX activity_version_day ON activity_version (day, id);
CREATE INDEX activity_version_adviser ON activity_version (adviser, day);

CREATE FUNCTION activity_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Versions of activities are never changed or removed';
END $$;
CREATE TRIGGER activity_version_stays BEFORE UPDATE OR DELETE ON activity_version
  FOR EACH ROW EXECUTE FUNCTION activity_version_stays();

-- Each activity as it is now.
CREATE VIEW activity AS
SELECT * FROM activity_version latest
WHERE NOT EXISTS (SELECT FROM activity_version later WHERE later.id = latest.id AND later.version > latest.version);
