CREATE TABLE "success_model" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"version" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"through" timestamp with time zone,
	"model" jsonb NOT NULL,
	"signals" jsonb NOT NULL,
	"outcomes" integer NOT NULL,
	"model_loss" double precision,
	"signals_loss" double precision,
	CONSTRAINT "success_model_workspace_environment_channel_version_pk" PRIMARY KEY("workspace","environment","channel","version")
);
--> statement-breakpoint
CREATE TABLE "success_scope" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"class" "traffic_class" NOT NULL,
	"country" text NOT NULL,
	"in_use" boolean DEFAULT false NOT NULL,
	"switched_at" timestamp with time zone,
	"switched_by" text,
	"record" jsonb NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "success_scope_workspace_environment_channel_class_country_pk" PRIMARY KEY("workspace","environment","channel","class","country")
);
--> statement-breakpoint
CREATE TABLE "success_tally" (
	"span" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"route" integer NOT NULL,
	"class" "traffic_class" NOT NULL,
	"country" text NOT NULL,
	"network" text NOT NULL,
	"parts" smallint NOT NULL,
	"sender" text NOT NULL,
	"accepted" integer NOT NULL,
	"resolved" integer NOT NULL,
	"settled_milli" integer NOT NULL,
	"success_milli" integer NOT NULL,
	CONSTRAINT "success_tally_cell" PRIMARY KEY("span","workspace","route","class","country","network","parts","sender")
);
--> statement-breakpoint
ALTER TABLE "success_model" ADD CONSTRAINT "success_model_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "success_scope" ADD CONSTRAINT "success_scope_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "success_tally" ADD CONSTRAINT "success_tally_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "success_tally" ADD CONSTRAINT "success_tally_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- What drizzle does not write: rights, walls and triggers, by hand.
GRANT SELECT ON success_model TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, UPDATE ON success_scope TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['success_tally', 'success_model', 'success_scope'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
-- A decision names the version it was made by: what it says stays as it is, whoever asks.
CREATE FUNCTION success_model_says() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of the success model never changes; add a version';
END
$$;
--> statement-breakpoint
CREATE TRIGGER success_model_says BEFORE UPDATE ON success_model FOR EACH ROW EXECUTE FUNCTION success_model_says();
--> statement-breakpoint
-- Decisions hear of a scope that is switched; what is judged of it is told by who judges.
CREATE TRIGGER success_scope_switched AFTER UPDATE OF in_use ON success_scope FOR EACH STATEMENT EXECUTE FUNCTION weights_changed();
