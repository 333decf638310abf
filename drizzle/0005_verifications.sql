CREATE TYPE "public"."verification_state" AS ENUM('pending', 'approved', 'expired', 'max_attempts_reached');--> statement-breakpoint
CREATE TABLE "conversion_tally" (
	"hour" timestamp with time zone NOT NULL,
	"sent" bigint NOT NULL,
	"converted" bigint NOT NULL,
	"workspace" integer NOT NULL,
	"route" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"country" text NOT NULL,
	CONSTRAINT "conversion_tally_workspace_environment_hour_route_country_pk" PRIMARY KEY("workspace","environment","hour","route","country")
);
--> statement-breakpoint
CREATE TABLE "otp_verification" (
	"id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"approved_at" timestamp with time zone,
	"workspace" integer NOT NULL,
	"api_key" integer,
	"route" integer,
	"environment" "environment" NOT NULL,
	"state" "verification_state" NOT NULL,
	"code_length" smallint NOT NULL,
	"tries" smallint NOT NULL,
	"tries_max" smallint NOT NULL,
	"channel_timeout_seconds" smallint NOT NULL,
	"address" text NOT NULL,
	"email" text,
	"sender" text,
	"country" text,
	"purpose" text NOT NULL,
	"app_name" text NOT NULL,
	"locale" text NOT NULL,
	"domain" text,
	"code_hash" text NOT NULL,
	"sealed_code" text,
	"channels" "channel"[] NOT NULL,
	"message_ids" uuid[] NOT NULL,
	CONSTRAINT "otp_verification_workspace_id_pk" PRIMARY KEY("workspace","id")
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "rate_counter" (
	"workspace" integer NOT NULL,
	"scope" text NOT NULL,
	"subject" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"window_end" timestamp with time zone NOT NULL,
	"limit" integer NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "rate_counter_workspace_scope_subject_window_start_pk" PRIMARY KEY("workspace","scope","subject","window_start")
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "sealed_body" text;--> statement-breakpoint
CREATE INDEX "otp_verification_address" ON "otp_verification" USING btree ("workspace","address","id");--> statement-breakpoint
CREATE INDEX "rate_counter_end" ON "rate_counter" USING btree ("window_end");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON otp_verification, rate_counter TO signalbox_tenant;
--> statement-breakpoint
-- A mark says how far a tally has come and nothing of any workspace.
GRANT SELECT ON conversion_tally, sweep_mark TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['otp_verification', 'rate_counter', 'conversion_tally']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO signalbox_tenant
         USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
         WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
