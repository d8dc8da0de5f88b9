-- How a contract's money is computed; a version is never changed, a later one takes its place from its day on.
CREATE TABLE agreement (
  contract_number       text NOT NULL REFERENCES contract (number),
  version               integer NOT NULL CHECK (version >= 1),
  in_force_from         date NOT NULL,
  ends_on               date CHECK (ends_on > in_force_from),
  currency              text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  percent               numeric(5, 2) NOT NULL CHECK (percent BETWEEN 0 AND 100),
  tiers                 text NOT NULL,
  per_unit              numeric(17, 4) NOT NULL CHECK (per_unit >= 0),
  minimum_annual        numeric(17, 2) NOT NULL CHECK (minimum_annual >= 0),
  late_interest_percent numeric(5, 2) NOT NULL CHECK (late_interest_percent BETWEEN 0 AND 100),
  rounding              text NOT NULL CHECK (rounding IN ('DOWN', 'HALF_EVEN')),
  origin                text NOT NULL CHECK (origin <> ''),
  agreed_by             text NOT NULL,
  agreed_at             timestamptz NOT NULL,
  PRIMARY KEY (contract_number, version)
);

CREATE TABLE obligation (
  number          text PRIMARY KEY,
  contract_number text NOT NULL REFERENCES contract (number),
  kind            text NOT NULL CHECK (kind IN ('UPFRONT', 'ROYALTY_REPORT', 'ROYALTY', 'MINIMUM', 'INTEREST',
                    'MILESTONE', 'RENEWAL_NOTICE')),
  subject         text NOT NULL CHECK (subject <> ''),
  period_from     date,
  period_to       date CHECK (period_to >= period_from),
  due_on          date NOT NULL,
  amount          numeric(17, 2) CHECK (amount >= 0),
  currency        text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  status          text NOT NULL CHECK (status IN ('OPEN', 'SETTLED', 'CANCELLED')),
  watched         boolean NOT NULL,
  settled_on      date,
  note            text NOT NULL,
  version         integer NOT NULL,
  CHECK ((period_from IS NULL) = (period_to IS NULL)),
  CHECK (kind NOT IN ('ROYALTY_REPORT', 'MINIMUM') OR period_from IS NOT NULL),
  CHECK ((kind IN ('UPFRONT', 'ROYALTY', 'MINIMUM', 'INTEREST')) = (amount IS NOT NULL)),
  CHECK ((status = 'OPEN') = (settled_on IS NULL))
);
CREATE INDEX obligation_contract ON obligation (contract_number, due_on);
CREATE INDEX obligation_near ON obligation (due_on) WHERE status = 'OPEN' AND NOT watched;

CREATE TABLE royalty_statement (
  obligation_number text PRIMARY KEY REFERENCES obligation (number),
  contract_number   text NOT NULL,
  agreement_version integer NOT NULL,
  period_from       date NOT NULL,
  period_to         date NOT NULL CHECK (period_to >= period_from),
  net_sales         numeric(17, 2) NOT NULL CHECK (net_sales >= 0),
  units             bigint NOT NULL CHECK (units >= 0),
  royalty           numeric(17, 2) NOT NULL CHECK (royalty >= 0),
  currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  given_by          text NOT NULL,
  given_at          timestamptz NOT NULL,
  FOREIGN KEY (contract_number, agreement_version) REFERENCES agreement (contract_number, version),
  UNIQUE (contract_number, period_from)
);

CREATE TABLE payment (
  id                uuid PRIMARY KEY,
  obligation_number text NOT NULL REFERENCES obligation (number),
  contract_number   text NOT NULL REFERENCES contract (number),
  amount            numeric(17, 2) NOT NULL CHECK (amount > 0),
  currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  received_on       date NOT NULL,
  late_interest     numeric(17, 2) NOT NULL CHECK (late_interest >= 0),
  recorded_by       text NOT NULL,
  recorded_at       timestamptz NOT NULL
);
CREATE INDEX payment_obligation ON payment (obligation_number);
CREATE INDEX payment_contract ON payment (contract_number, received_on);

CREATE TABLE patent_share (
  contract_number text NOT NULL REFERENCES contract (number),
  patent          text NOT NULL CHECK (patent <> ''),
  percent         numeric(5, 2) NOT NULL CHECK (percent > 0 AND percent <= 100),
  PRIMARY KEY (contract_number, patent)
);

-- What is received goes to the patents by the shares of that day; the parts sum to the payment.
CREATE TABLE payment_part (
  payment_id uuid NOT NULL REFERENCES payment (id),
  patent     text NOT NULL,
  amount     numeric(17, 2) NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (payment_id, patent)
);
