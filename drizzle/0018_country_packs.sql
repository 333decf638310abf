CREATE TABLE "legal_answer" (
	"workspace" integer NOT NULL,
	"rule" text NOT NULL,
	"reading" text,
	"exceptions" text[] NOT NULL,
	"note" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "legal_answer_workspace_rule_pk" PRIMARY KEY("workspace","rule")
);
--> statement-breakpoint
CREATE TABLE "rolling_cap" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"rule" text NOT NULL,
	"subject" text NOT NULL,
	"limit" integer NOT NULL,
	"window_seconds" integer NOT NULL,
	"taken" bigint[] NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rolling_cap_workspace_environment_rule_subject_pk" PRIMARY KEY("workspace","environment","rule","subject")
);
--> statement-breakpoint
ALTER TABLE "legal_answer" ADD CONSTRAINT "legal_answer_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rolling_cap_ends" ON "rolling_cap" USING btree ("ends_at");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON legal_answer TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT ON rolling_cap TO signalbox_tenant;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['legal_answer', 'rolling_cap']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO signalbox_tenant
         USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
         WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER legal_answer_changed AFTER INSERT OR UPDATE OR DELETE ON legal_answer FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
