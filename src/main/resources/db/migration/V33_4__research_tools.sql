-- Seeds that are tools of research, with the conditions on which anybody gets a licence for research.
CREATE TABLE research_tool (
  seed_number          text PRIMARY KEY REFERENCES seed (number),
  version              integer NOT NULL,
  type                 text NOT NULL CHECK (type IN ('ANIMAL', 'CELL_LINE', 'MICROORGANISM', 'GENE', 'ANTIBODY',
                         'REAGENT', 'SCREENING_METHOD', 'APPARATUS', 'SOFTWARE', 'OTHER')),
  academia_offered     text NOT NULL,
  academia_fee_yen     bigint CHECK (academia_fee_yen BETWEEN 0 AND 10000000000),
  academia_term_months integer CHECK (academia_term_months BETWEEN 1 AND 240),
  academia_text        text NOT NULL,
  industry_offered     text NOT NULL,
  industry_fee_yen     bigint CHECK (industry_fee_yen BETWEEN 0 AND 10000000000),
  industry_term_months integer CHECK (industry_term_months BETWEEN 1 AND 240),
  industry_text        text NOT NULL,
  material             text NOT NULL,
  material_text        text NOT NULL,
  mta_form             text NOT NULL,
  contact_name         text NOT NULL,
  contact_email        text NOT NULL,
  changed_by           text NOT NULL,
  changed_at           timestamptz NOT NULL
);

-- Licences on standard terms for research: what was asked, what the record offered on that day, and what came of it.
CREATE SEQUENCE tool_licence_number;
CREATE TABLE tool_licence (
  number             text PRIMARY KEY,
  version            integer NOT NULL,
  seed_number        text NOT NULL REFERENCES seed (number),
  source             text NOT NULL,
  sector             text NOT NULL CHECK (sector IN ('ACADEMIA', 'INDUSTRY')),
  organisation       text NOT NULL CHECK (organisation <> ''),
  organisation_type  text NOT NULL,
  prefecture         text,
  contact_name       text NOT NULL,
  contact_email      text NOT NULL CHECK (contact_email <> ''),
  language           text NOT NULL CHECK (language IN ('en', 'ja')),
  purpose            text NOT NULL CHECK (purpose <> ''),
  material_wanted    boolean NOT NULL,
  licensor           text NOT NULL,
  tool               text NOT NULL,
  fee_yen            bigint NOT NULL CHECK (fee_yen >= 0),
  term_months        integer NOT NULL CHECK (term_months > 0),
  conditions         text NOT NULL,
  status             text NOT NULL CHECK (status IN ('REQUESTED', 'CONCLUDED', 'REFUSED')),
  reason             text,
  entered_by         text NOT NULL,
  requested_at       timestamptz NOT NULL,
  decided_by         text,
  concluded_on       date,
  ends_on            date,
  CHECK ((status = 'CONCLUDED') = (concluded_on IS NOT NULL)),
  CHECK ((concluded_on IS NULL) = (ends_on IS NULL)),
  CHECK ((status = 'REFUSED') = (reason IS NOT NULL))
);
CREATE INDEX tool_licence_seed ON tool_licence (seed_number, number);
CREATE INDEX tool_licence_status ON tool_licence (status, number DESC);
CREATE INDEX tool_licence_entered_by ON tool_licence (entered_by, number DESC);
CREATE INDEX tool_licence_contact ON tool_licence (lower(contact_email));
CREATE INDEX research_tool_contact ON research_tool (lower(contact_email));
