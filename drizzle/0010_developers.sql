CREATE TABLE "onboarding_closed" (
	"workspace" integer PRIMARY KEY NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"api_key" integer,
	"duration_us" integer NOT NULL,
	"request_bytes" integer NOT NULL,
	"answer_bytes" integer NOT NULL,
	"not_kept" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"status" smallint NOT NULL,
	"replayed" boolean NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"operation" text NOT NULL,
	"error" text,
	"address" text NOT NULL,
	"query" jsonb,
	"request" jsonb,
	"answer" jsonb
) PARTITION BY RANGE ("id");
--> statement-breakpoint
ALTER TABLE "onboarding_closed" ADD CONSTRAINT "onboarding_closed_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_request_log" ON "api_request" USING btree ("workspace","environment","id");--> statement-breakpoint
CREATE INDEX "api_request_refused" ON "api_request" USING btree ("workspace","environment","id") WHERE error is not null;--> statement-breakpoint
GRANT SELECT ON api_request TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON onboarding_closed TO signalbox_tenant;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['api_request', 'onboarding_closed']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO signalbox_tenant
         USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
         WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
