ALTER TABLE document_version ADD COLUMN generated boolean NOT NULL DEFAULT false;

-- Templates that supervisors have put in the place of those the product brings; the last one counts.
CREATE TABLE document_template (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind     text NOT NULL,
  language text NOT NULL CHECK (language IN ('ENGLISH', 'JAPANESE')),
  text     text NOT NULL CHECK (text <> ''),
  author   text NOT NULL,
  at       timestamptz NOT NULL
);
CREATE INDEX document_template_current ON document_template (kind, language, id);

-- Which version of which of the case's documents a draft is; none in drafts that lay outside.
ALTER TABLE contract_draft ADD COLUMN document_number integer;
ALTER TABLE contract_draft ADD COLUMN document_version integer;
ALTER TABLE contract_draft ADD CHECK ((document_number IS NULL) = (document_version IS NULL));
