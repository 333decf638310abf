CREATE TYPE "public"."person_request_kind" AS ENUM('copy', 'erasure');--> statement-breakpoint
CREATE TYPE "public"."person_request_state" AS ENUM('waiting', 'running', 'done', 'rejected');--> statement-breakpoint
CREATE TABLE "person_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"kind" "person_request_kind" NOT NULL,
	"state" "person_request_state" NOT NULL,
	"person" text NOT NULL,
	"masked" text NOT NULL,
	"reason" text NOT NULL,
	"blocked_classes" "traffic_class"[] NOT NULL,
	"asked" jsonb NOT NULL,
	"decided" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"certificate" jsonb
);
--> statement-breakpoint
ALTER TABLE "person_request" ADD CONSTRAINT "person_request_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_request_list" ON "person_request" USING btree ("workspace","environment","id");--> statement-breakpoint
CREATE INDEX "message_person" ON "message" USING brin (lower("address") text_bloom_ops);--> statement-breakpoint
-- The register of what people asked: walls, and the word to all processes that somebody of a workspace is erased, so that they look for keyed hashes too.
DO $$
BEGIN
  GRANT SELECT, INSERT, UPDATE ON person_request TO signalbox_tenant;
  ALTER TABLE person_request ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_workspace ON person_request TO signalbox_tenant
    USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
    WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
  CREATE TRIGGER person_request_changed AFTER INSERT OR UPDATE ON person_request
    FOR EACH ROW WHEN (NEW.kind = 'erasure' AND NEW.state = 'running') EXECUTE FUNCTION config_changed();
END
$$;
