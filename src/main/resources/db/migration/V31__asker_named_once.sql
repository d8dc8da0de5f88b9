-- Who asked stands in the consultation alone; the messages name those who answered.
UPDATE consultation_message SET author = '' WHERE from_asker;
ALTER TABLE consultation_message ADD CHECK ((author = '') = from_asker);
