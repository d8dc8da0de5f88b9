-- What a licensee reports about one contract and one fiscal year (April to March), named by the year it begins in.
CREATE TABLE economic_impact (
  contract_number text NOT NULL REFERENCES contract (number),
  fiscal_year     integer NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2200),
  sales_yen       numeric(15) NOT NULL CHECK (sales_yen >= 0),
  jobs            integer NOT NULL CHECK (jobs >= 0),
  investment_yen  numeric(15) NOT NULL CHECK (investment_yen >= 0),
  cost_saved_yen  numeric(15) NOT NULL CHECK (cost_saved_yen >= 0),
  reported_on     date NOT NULL,
  source          text NOT NULL CHECK (source <> ''),
  version         integer NOT NULL,
  PRIMARY KEY (contract_number, fiscal_year)
);
CREATE INDEX economic_impact_year ON economic_impact (fiscal_year);
