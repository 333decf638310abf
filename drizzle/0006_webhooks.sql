CREATE TYPE "public"."webhook_failure" AS ENUM('status', 'redirect', 'gone', 'slow_down', 'timeout', 'no_connection', 'refused', 'broken_answer');--> statement-breakpoint
CREATE TYPE "public"."webhook_off_reason" AS ENUM('paused', 'gone', 'failing');--> statement-breakpoint
CREATE TYPE "public"."webhook_origin" AS ENUM('event', 'replay', 'test');--> statement-breakpoint
CREATE TYPE "public"."webhook_state" AS ENUM('pending', 'delivered', 'failed', 'canceled');--> statement-breakpoint
CREATE TABLE "webhook_attempt" (
	"delivery_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"duration_ms" integer NOT NULL,
	"n" smallint NOT NULL,
	"status" smallint,
	"failure" "webhook_failure",
	"url" text NOT NULL,
	"signature" text NOT NULL,
	"detail" text,
	"response" text,
	CONSTRAINT "webhook_attempt_delivery_id_n_pk" PRIMARY KEY("delivery_id","n")
) PARTITION BY RANGE ("delivery_id");
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"workspace" integer NOT NULL,
	"endpoint" integer NOT NULL,
	"tries" smallint NOT NULL,
	"last_status" smallint,
	"state" "webhook_state" NOT NULL,
	"origin" "webhook_origin" NOT NULL,
	"last_failure" "webhook_failure",
	"type" text NOT NULL
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_endpoint_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"url" text NOT NULL,
	"description" text NOT NULL,
	"event_types" text[] NOT NULL,
	"secret" text NOT NULL,
	"previous_secret" text,
	"previous_until" timestamp with time zone,
	"rotated_at" timestamp with time zone,
	"enabled" boolean DEFAULT true NOT NULL,
	"off_reason" "webhook_off_reason",
	"off_since" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_endpoint_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "webhook_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL
) PARTITION BY RANGE ("id");
--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_delivery_log" ON "webhook_delivery" USING btree ("endpoint","id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_due" ON "webhook_delivery" USING btree ("endpoint","next_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_endpoint_owner" ON "webhook_endpoint" USING btree ("workspace","environment");--> statement-breakpoint
CREATE INDEX "webhook_event_owner" ON "webhook_event" USING btree ("workspace","id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_endpoint TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT ON webhook_event, webhook_attempt TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON webhook_delivery TO signalbox_tenant;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['webhook_endpoint', 'webhook_event', 'webhook_delivery', 'webhook_attempt']
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
-- What a try says about an endpoint (failing_since) changes often and is nothing the processes hold in memory. For each row: a statement
-- that finds nothing to change wakes nobody.
CREATE TRIGGER webhook_endpoint_changed AFTER INSERT OR DELETE OR UPDATE OF url, event_types, secret, previous_secret, enabled ON webhook_endpoint
  FOR EACH ROW EXECUTE FUNCTION config_changed();
