ALTER TYPE "public"."person_request_kind" ADD VALUE 'restriction';--> statement-breakpoint
ALTER TYPE "public"."person_request_kind" ADD VALUE 'objection';--> statement-breakpoint
-- A restriction makes a workspace one whose sends are looked up by the keyed hash too. As text: a value that is new may not be used by the transaction that adds it.
DROP TRIGGER person_request_changed ON person_request;
--> statement-breakpoint
CREATE TRIGGER person_request_changed AFTER INSERT OR UPDATE ON person_request
  FOR EACH ROW WHEN (NEW.kind::text IN ('erasure', 'restriction') AND NEW.state = 'running') EXECUTE FUNCTION config_changed();
