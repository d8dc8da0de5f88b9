ALTER TABLE clearance_finding ADD COLUMN lifted_by text;

ALTER TABLE export_screening ADD COLUMN source text, ADD COLUMN lifted_by text;
