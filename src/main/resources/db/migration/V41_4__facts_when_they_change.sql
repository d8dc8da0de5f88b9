-- A case changes its move and its summary far more often than anything that is counted of it.
DROP TRIGGER licensing_case_facts ON licensing_case;
CREATE TRIGGER licensing_case_facts AFTER INSERT OR DELETE ON licensing_case
  FOR EACH ROW EXECUTE FUNCTION derive_facts_of_row('number');
CREATE TRIGGER licensing_case_changed AFTER UPDATE ON licensing_case
  FOR EACH ROW WHEN ((OLD.opened_at, OLD.ended_at, OLD.outcome, OLD.channel, OLD.licensor_adviser, OLD.licensee_adviser,
    OLD.licensor_prefecture, OLD.licensee_prefecture, OLD.wipo_fields, OLD.inpit_fields) IS DISTINCT FROM (NEW.opened_at,
    NEW.ended_at, NEW.outcome, NEW.channel, NEW.licensor_adviser, NEW.licensee_adviser, NEW.licensor_prefecture,
    NEW.licensee_prefecture, NEW.wipo_fields, NEW.inpit_fields))
  EXECUTE FUNCTION derive_facts_of_row('number');
