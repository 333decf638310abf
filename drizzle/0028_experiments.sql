CREATE TABLE "experiment" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "experiment_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"weight_set" integer NOT NULL,
	"set_version" integer NOT NULL,
	"name" text NOT NULL,
	"challenger_name" text NOT NULL,
	"control" jsonb NOT NULL,
	"challenger" jsonb NOT NULL,
	"share_permille" smallint NOT NULL,
	"measure" text NOT NULL,
	"difference_ppm" integer NOT NULL,
	"guard" jsonb NOT NULL,
	"max_outcomes" integer NOT NULL,
	"currency" text,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"stop" text,
	"stop_route" text,
	"result" jsonb,
	"judged_at" timestamp with time zone,
	"adopted_at" timestamp with time zone,
	"adopted_as" text,
	CONSTRAINT "experiment_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "experiment_tally" (
	"experiment" integer NOT NULL,
	"span" timestamp with time zone NOT NULL,
	"arm" text NOT NULL,
	"person_group" smallint NOT NULL,
	"workspace" integer NOT NULL,
	"accepted" integer NOT NULL,
	"resolved" integer NOT NULL,
	"priced" integer NOT NULL,
	"cost_micros" bigint NOT NULL,
	"settled_milli" bigint NOT NULL,
	"success_milli" bigint NOT NULL,
	CONSTRAINT "experiment_tally_experiment_span_arm_person_group_pk" PRIMARY KEY("experiment","span","arm","person_group")
);
--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_weight_set_weight_set_number_fk" FOREIGN KEY ("weight_set") REFERENCES "public"."weight_set"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_tally" ADD CONSTRAINT "experiment_tally_experiment_experiment_number_fk" FOREIGN KEY ("experiment") REFERENCES "public"."experiment"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_tally" ADD CONSTRAINT "experiment_tally_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "experiment_running" ON "experiment" USING btree ("weight_set") WHERE stop is null;--> statement-breakpoint
CREATE INDEX "experiment_workspace" ON "experiment" USING btree ("workspace","environment");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON experiment TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT ON experiment_tally TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['experiment', 'experiment_tally'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
-- Decisions hear of an experiment that begins or ends; what is judged of it meanwhile is nothing to them.
CREATE TRIGGER experiment_changed AFTER INSERT OR DELETE OR UPDATE OF stop ON experiment FOR EACH STATEMENT EXECUTE FUNCTION weights_changed();
