CREATE TYPE "public"."prefix_action" AS ENUM('block', 'allow');--> statement-breakpoint
CREATE TYPE "public"."prefix_origin" AS ENUM('rule', 'person');--> statement-breakpoint
ALTER TYPE "public"."verification_state" ADD VALUE 'canceled';--> statement-breakpoint
ALTER TYPE "public"."verification_state" ADD VALUE 'blocked';--> statement-breakpoint
ALTER TYPE "public"."verification_state" ADD VALUE 'failed';--> statement-breakpoint
CREATE TABLE "block_counter" (
	"window_start" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"sent" integer NOT NULL,
	"converted" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"prefix" text NOT NULL,
	CONSTRAINT "block_counter_workspace_environment_prefix_window_start_pk" PRIMARY KEY("workspace","environment","prefix","window_start")
);
--> statement-breakpoint
CREATE TABLE "fraud_rules" (
	"workspace" integer PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listed_prefix" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"action" "prefix_action" NOT NULL,
	"origin" "prefix_origin" NOT NULL,
	"prefix" text NOT NULL,
	"country" text,
	"reason" text NOT NULL,
	"evidence" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "listed_prefix_is_digits" CHECK ("listed_prefix"."prefix" ~ '^[1-9][0-9]{0,14}$')
);
--> statement-breakpoint
CREATE TABLE "spend_counter" (
	"window_start" timestamp with time zone NOT NULL,
	"used_micros" bigint NOT NULL,
	"workspace" integer NOT NULL,
	"window_seconds" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "spend_counter_window" PRIMARY KEY("workspace","environment","country","currency","window_seconds","window_start")
);
--> statement-breakpoint
ALTER TABLE "otp_verification" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "otp_verification" ADD COLUMN "bound_hash" text;--> statement-breakpoint
ALTER TABLE "otp_verification" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "otp_verification" ADD COLUMN "evidence" jsonb;--> statement-breakpoint
ALTER TABLE "otp_verification" ADD COLUMN "blocks" text[];--> statement-breakpoint
ALTER TABLE "fraud_rules" ADD CONSTRAINT "fraud_rules_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_prefix" ADD CONSTRAINT "listed_prefix_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "block_counter_age" ON "block_counter" USING btree ("window_start");--> statement-breakpoint
CREATE UNIQUE INDEX "listed_prefix_open" ON "listed_prefix" USING btree ("workspace","environment","prefix") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "listed_prefix_list" ON "listed_prefix" USING btree ("workspace","environment","id");--> statement-breakpoint
CREATE INDEX "spend_counter_age" ON "spend_counter" USING btree ("window_start");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON listed_prefix, fraud_rules TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON block_counter TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT ON spend_counter TO signalbox_tenant;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['listed_prefix', 'fraud_rules', 'block_counter', 'spend_counter']
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
CREATE TRIGGER listed_prefix_changed AFTER INSERT OR UPDATE OR DELETE ON listed_prefix FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
--> statement-breakpoint
CREATE TRIGGER fraud_rules_changed AFTER INSERT OR UPDATE OR DELETE ON fraud_rules FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
