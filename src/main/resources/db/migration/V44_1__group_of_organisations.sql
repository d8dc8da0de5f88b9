-- The organisation that holds another one, so that those of one group are not proposed to each other.
ALTER TABLE organisation ADD parent uuid REFERENCES organisation (id);
CREATE INDEX organisation_parent ON organisation (parent) WHERE parent IS NOT NULL;
