CREATE TABLE "lookup_day" (
	"workspace" integer NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"asked" integer NOT NULL,
	"answered" integer NOT NULL,
	"spent_micros" bigint NOT NULL,
	CONSTRAINT "lookup_day_workspace_day_currency_pk" PRIMARY KEY("workspace","day","currency")
);
--> statement-breakpoint
CREATE TABLE "number_lookup" (
	"workspace" integer PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"service" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"secret" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "number_network" ALTER COLUMN "network" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "orphan_receipt" ADD COLUMN "network" text;--> statement-breakpoint
ALTER TABLE "number_network" ADD COLUMN "reach" text;--> statement-breakpoint
ALTER TABLE "number_network" ADD COLUMN "reach_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "number_network" ADD COLUMN "at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "lookup_day" ADD CONSTRAINT "lookup_day_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_lookup" ADD CONSTRAINT "number_lookup_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON number_lookup TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT ON lookup_day TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others. Only the owner of the tables counts what was asked for.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['number_lookup', 'lookup_day'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER number_lookup_changed AFTER INSERT OR UPDATE OR DELETE ON number_lookup FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
