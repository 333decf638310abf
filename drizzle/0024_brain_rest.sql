CREATE TABLE "alert_choice" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"user_id" text NOT NULL,
	"kinds" text[] NOT NULL,
	"locale" text NOT NULL,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "alert_choice_workspace_environment_user_id_pk" PRIMARY KEY("workspace","environment","user_id")
);
--> statement-breakpoint
CREATE TABLE "alert_mail" (
	"user_id" text NOT NULL,
	"alert" uuid NOT NULL,
	"has_ended" boolean NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_mail_user_id_alert_has_ended_pk" PRIMARY KEY("user_id","alert","has_ended")
);
--> statement-breakpoint
CREATE TABLE "number_network" (
	"workspace" integer NOT NULL,
	"address" text NOT NULL,
	"network" text NOT NULL,
	"source" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "number_network_workspace_address_pk" PRIMARY KEY("workspace","address")
);
--> statement-breakpoint
ALTER TABLE "weight_set" ADD COLUMN "ramp" jsonb;--> statement-breakpoint
ALTER TABLE "alert_choice" ADD CONSTRAINT "alert_choice_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_choice" ADD CONSTRAINT "alert_choice_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_alert_route_alert_id_fk" FOREIGN KEY ("alert") REFERENCES "public"."route_alert"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_network" ADD CONSTRAINT "number_network_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_mail_workspace" ON "alert_mail" USING btree ("workspace");--> statement-breakpoint
CREATE INDEX "number_network_until" ON "number_network" USING btree ("until");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_choice TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT ON number_network TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others. Only the owner of the tables writes what waits to be mailed and what is learned of numbers.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['alert_choice', 'alert_mail', 'number_network'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
