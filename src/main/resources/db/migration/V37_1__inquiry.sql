-- The yearly inquiry: each contract is asked once for a fiscal year (April to March, named by the year it begins in).
CREATE SEQUENCE inquiry_number;

CREATE TABLE inquiry_year (
  fiscal_year integer PRIMARY KEY CHECK (fiscal_year BETWEEN 1990 AND 2200),
  opened_at   timestamptz NOT NULL,
  closed_by   text,
  closed_at   timestamptz,
  CHECK ((closed_by IS NULL) = (closed_at IS NULL))
);

-- What a unit of another currency was worth in yen; entered by whoever closes the year.
CREATE TABLE inquiry_rate (
  fiscal_year  integer NOT NULL REFERENCES inquiry_year (fiscal_year),
  currency     text NOT NULL CHECK (currency ~ '^[A-Z]{3}$' AND currency <> 'JPY'),
  yen_per_unit numeric(14, 6) NOT NULL CHECK (yen_per_unit > 0),
  rate_on      date NOT NULL,
  source       text NOT NULL CHECK (source <> ''),
  entered_by   text NOT NULL,
  entered_at   timestamptz NOT NULL,
  PRIMARY KEY (fiscal_year, currency)
);

CREATE TABLE inquiry (
  number           text PRIMARY KEY,
  contract_number  text NOT NULL REFERENCES contract (number),
  fiscal_year      integer NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2200),
  state            text NOT NULL CHECK (state IN ('OPEN', 'ASKED_BACK', 'VISIT', 'REVIEW', 'ANSWERED', 'UNANSWERED',
                     'CLOSED')),
  asked_on         date,
  no_answer_reason text,
  settled_at       timestamptz,
  UNIQUE (contract_number, fiscal_year),
  CHECK ((state IN ('ANSWERED', 'UNANSWERED', 'CLOSED')) = (settled_at IS NOT NULL)),
  CHECK (state = 'UNANSWERED' OR no_answer_reason IS NULL)
);
CREATE INDEX inquiry_year_state ON inquiry (fiscal_year, state, number);

-- Every answer ever given; a correction is a further edition, and the latest counts.
CREATE TABLE inquiry_answer (
  number           text NOT NULL REFERENCES inquiry (number),
  edition          integer NOT NULL CHECK (edition >= 1),
  currency         text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  sales            numeric(17, 2) NOT NULL CHECK (sales >= 0),
  jobs             integer NOT NULL CHECK (jobs >= 0),
  investment       numeric(17, 2) NOT NULL CHECK (investment >= 0),
  cost_saved       numeric(17, 2) NOT NULL CHECK (cost_saved >= 0),
  further_licences integer NOT NULL CHECK (further_licences >= 0),
  unused_reason    text CHECK (unused_reason IN ('IN_DEVELOPMENT', 'MARKET', 'TECHNICAL', 'FUNDS', 'DEFENSIVE', 'ENDED',
                     'OTHER')),
  note             text NOT NULL,
  channel          text NOT NULL CHECK (channel IN ('LINK', 'PAPER', 'VISIT', 'REVIEW', 'PROGRAM')),
  source           text NOT NULL,
  explanation      text NOT NULL,
  reason           text NOT NULL,
  given_by         text NOT NULL,
  given_at         timestamptz NOT NULL,
  PRIMARY KEY (number, edition),
  CHECK (edition = 1 OR reason <> '')
);

-- What a licensee has typed and not sent yet, word for word.
CREATE TABLE inquiry_draft (
  number   text PRIMARY KEY REFERENCES inquiry (number),
  typed    text NOT NULL,
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL
);

-- Each letter goes out once, whatever is asked for twice.
CREATE TABLE inquiry_letter (
  number    text NOT NULL REFERENCES inquiry (number),
  occasion  text NOT NULL CHECK (occasion IN ('QUESTIONNAIRE', 'REMINDER', 'ASKED_BACK')),
  asked_on  date NOT NULL,
  days      integer NOT NULL CHECK (days >= 0),
  mailed_at timestamptz NOT NULL,
  PRIMARY KEY (number, occasion, asked_on, days)
);

-- Releases of a year's figures. What one manager proposes another one releases; a released figure never moves.
CREATE TABLE inquiry_release (
  fiscal_year integer NOT NULL REFERENCES inquiry_year (fiscal_year),
  release     integer NOT NULL CHECK (release >= 1),
  state       text NOT NULL CHECK (state IN ('PROPOSED', 'RELEASED', 'RETURNED')),
  reason      text NOT NULL CHECK (reason <> ''),
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL,
  decided_by  text,
  decided_at  timestamptz,
  remark      text NOT NULL,
  PRIMARY KEY (fiscal_year, release),
  CHECK ((state = 'PROPOSED') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (decided_by <> proposed_by)
);
CREATE UNIQUE INDEX inquiry_release_proposed ON inquiry_release (fiscal_year) WHERE state = 'PROPOSED';

CREATE TABLE released_figure (
  fiscal_year      integer NOT NULL,
  release          integer NOT NULL,
  contract_number  text NOT NULL REFERENCES contract (number),
  edition          integer NOT NULL,
  currency         text NOT NULL,
  sales            numeric(17, 2) NOT NULL,
  investment       numeric(17, 2) NOT NULL,
  cost_saved       numeric(17, 2) NOT NULL,
  yen_per_unit     numeric(14, 6) NOT NULL,
  rate_on          date,
  sales_yen        numeric(18) NOT NULL,
  investment_yen   numeric(18) NOT NULL,
  cost_saved_yen   numeric(18) NOT NULL,
  jobs             integer NOT NULL,
  further_licences integer NOT NULL,
  PRIMARY KEY (fiscal_year, release, contract_number),
  FOREIGN KEY (fiscal_year, release) REFERENCES inquiry_release (fiscal_year, release),
  CHECK ((currency = 'JPY') = (rate_on IS NULL))
);

-- The figures that count: of each year its latest release.
CREATE VIEW released_impact AS
SELECT figure.*
FROM released_figure figure
JOIN (SELECT fiscal_year, max(release) AS release FROM inquiry_release WHERE state = 'RELEASED' GROUP BY fiscal_year) latest
  USING (fiscal_year, release);

-- Impacts that were reported before become the first answers.
INSERT INTO inquiry (number, contract_number, fiscal_year, state, settled_at)
SELECT 'F-' || to_char(reported_on, 'YYYY') || '-' || lpad(nextval('inquiry_number')::text, 6, '0'),
       contract_number, fiscal_year, 'ANSWERED', reported_on
FROM economic_impact ORDER BY reported_on, contract_number;
INSERT INTO inquiry_answer (number, edition, currency, sales, jobs, investment, cost_saved, further_licences, note, channel,
    source, explanation, reason, given_by, given_at)
SELECT number, 1, 'JPY', sales_yen, jobs, investment_yen, cost_saved_yen, 0, '', 'PROGRAM', source, '', '', 'system',
       reported_on
FROM economic_impact JOIN inquiry USING (contract_number, fiscal_year);
DROP TABLE economic_impact;

-- What is known today of each contract and year, in its currency and in yen; what has no rate yet is missing.
CREATE VIEW answered_figure AS
SELECT inquiry.fiscal_year, inquiry.contract_number, inquiry.state, answer.edition, answer.currency, answer.sales,
       answer.investment, answer.cost_saved, rate.yen_per_unit, rate.rate_on, round(answer.sales * rate.yen_per_unit) AS sales_yen,
       round(answer.investment * rate.yen_per_unit) AS investment_yen,
       round(answer.cost_saved * rate.yen_per_unit) AS cost_saved_yen, answer.jobs, answer.further_licences,
       answer.given_at, answer.source
FROM inquiry
JOIN LATERAL (SELECT * FROM inquiry_answer given WHERE given.number = inquiry.number ORDER BY edition DESC LIMIT 1) answer
  ON true
JOIN LATERAL (SELECT 1::numeric AS yen_per_unit, NULL::date AS rate_on WHERE answer.currency = 'JPY'
              UNION ALL
              SELECT yen_per_unit, rate_on FROM inquiry_rate
              WHERE inquiry_rate.fiscal_year = inquiry.fiscal_year AND inquiry_rate.currency = answer.currency) rate ON true
WHERE inquiry.state = 'ANSWERED';
