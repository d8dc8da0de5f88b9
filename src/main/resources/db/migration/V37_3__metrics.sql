-- What operators watch, counted every half minute.
CREATE INDEX mail_given_up ON mail (id) WHERE state = 'GIVEN_UP';
CREATE INDEX inquiry_unsettled ON inquiry (state) WHERE settled_at IS NULL;
