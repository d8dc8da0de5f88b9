-- What an adviser's start page asks for.
CREATE INDEX transfer_adviser ON transfer (adviser);
CREATE INDEX licensing_case_concluded_licensor ON licensing_case (licensor_adviser) WHERE outcome = 'CONCLUDED';
CREATE INDEX licensing_case_concluded_licensee ON licensing_case (licensee_adviser) WHERE outcome = 'CONCLUDED';
