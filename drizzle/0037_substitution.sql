CREATE TABLE "substitution" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"rules" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "substitution_workspace_environment_pk" PRIMARY KEY("workspace","environment")
);
--> statement-breakpoint
ALTER TABLE "message_group" ADD COLUMN "substitution" jsonb;--> statement-breakpoint
ALTER TABLE "substitution" ADD CONSTRAINT "substitution_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_group_substituted" ON "message_group" USING btree ("workspace","id") WHERE "message_group"."substitution" is not null;--> statement-breakpoint
-- What follows is hand-written: rights, walls, and the notice that configuration changed.
GRANT SELECT, INSERT, UPDATE ON substitution TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
ALTER TABLE substitution ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON substitution TO signalbox_tenant
  USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
  WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
--> statement-breakpoint
CREATE TRIGGER substitution_changed AFTER INSERT OR UPDATE OR DELETE ON substitution FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
