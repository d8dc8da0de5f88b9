-- What the search index needs of a research tool stands with its seed, so that one write changes both.
ALTER TABLE seed ADD COLUMN tool_type text;
UPDATE seed SET tool_type = research_tool.type FROM research_tool WHERE research_tool.seed_number = seed.number;

-- Who asks for a research tool on the portal waits until the mail address has been confirmed; then the licence has it all.
CREATE TABLE tool_request (
  token_hash     text PRIMARY KEY,
  seed_number    text NOT NULL REFERENCES seed (number),
  email          text NOT NULL,
  requester      jsonb,
  asked_at       timestamptz NOT NULL,
  licence_number text REFERENCES tool_licence (number) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((requester IS NULL) = (licence_number IS NOT NULL))
);
CREATE INDEX tool_request_email ON tool_request (lower(email), asked_at);
CREATE INDEX tool_request_asked ON tool_request (asked_at);
