-- Organisations that own or take technology, and whom to talk to there.
CREATE TABLE organisation (
  id               uuid PRIMARY KEY,
  version          integer NOT NULL,
  source           text,
  external_id      text,
  name             text NOT NULL CHECK (name <> ''),
  name_ja          text,
  type             text NOT NULL CHECK (type IN ('LARGE', 'SME', 'STARTUP', 'UNIVERSITY', 'TLO', 'PUBLIC_RESEARCH',
                                                 'INDIVIDUAL', 'LOCAL_GOVERNMENT', 'OTHER')),
  prefecture       text,
  industry         text CHECK (industry IN ('MANUFACTURING', 'WHOLESALE', 'RETAIL', 'SERVICES', 'OTHER')),
  capital_yen      bigint CHECK (capital_yen >= 0),
  staff            integer CHECK (staff >= 0),
  contact_name     text,
  contact_email    text,
  contact_phone    text,
  contact_language text,
  CHECK ((source IS NULL) = (external_id IS NULL)),
  UNIQUE (source, external_id)
);
CREATE INDEX organisation_name ON organisation (name, id);
CREATE INDEX organisation_type ON organisation (type);
CREATE INDEX organisation_prefecture ON organisation (prefecture);
