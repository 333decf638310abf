CREATE TABLE "topic" (
	"workspace" integer NOT NULL,
	"key" text NOT NULL,
	"names" jsonb NOT NULL,
	CONSTRAINT "topic_workspace_key_pk" PRIMARY KEY("workspace","key")
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "topic" text;--> statement-breakpoint
ALTER TABLE "template" ADD COLUMN "topic" text;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What follows is hand-written: rights, the wall, and the notice that configuration changed.
GRANT SELECT, INSERT, UPDATE, DELETE ON topic TO signalbox_tenant;
--> statement-breakpoint
ALTER TABLE topic ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON topic TO signalbox_tenant
  USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
  WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
--> statement-breakpoint
CREATE TRIGGER topic_changed AFTER INSERT OR UPDATE OR DELETE ON topic FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
