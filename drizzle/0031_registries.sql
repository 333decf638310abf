CREATE TABLE "registry" (
	"workspace" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"enabled" boolean NOT NULL,
	"country" text,
	"channels" "channel"[] NOT NULL,
	"meaning" text NOT NULL,
	"unanswered" text NOT NULL,
	"service" jsonb NOT NULL,
	"secret" text,
	"version" integer NOT NULL,
	CONSTRAINT "registry_workspace_key_pk" PRIMARY KEY("workspace","key")
);
--> statement-breakpoint
CREATE TABLE "registry_answer" (
	"workspace" integer NOT NULL,
	"address" text NOT NULL,
	"registry" text NOT NULL,
	"listed" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "registry_answer_workspace_address_registry_pk" PRIMARY KEY("workspace","address","registry")
);
--> statement-breakpoint
ALTER TABLE "lookup_day" DROP CONSTRAINT "lookup_day_workspace_day_currency_pk";--> statement-breakpoint
ALTER TABLE "lookup_day" ADD COLUMN "service" text DEFAULT 'lookup' NOT NULL;--> statement-breakpoint
ALTER TABLE "lookup_day" ADD CONSTRAINT "lookup_day_workspace_service_day_currency_pk" PRIMARY KEY("workspace","service","day","currency");--> statement-breakpoint
ALTER TABLE "registry" ADD CONSTRAINT "registry_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_answer" ADD CONSTRAINT "registry_answer_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registry_answer_until" ON "registry_answer" USING btree ("until");
--> statement-breakpoint
-- What follows is hand-written: rights, walls, and the notice that configuration changed.
GRANT SELECT, INSERT, UPDATE, DELETE ON registry TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, DELETE ON registry_answer TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others. Only the owner of the tables writes down what registries say.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['registry', 'registry_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER registry_changed AFTER INSERT OR UPDATE OR DELETE ON registry FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
