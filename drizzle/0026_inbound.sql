CREATE TYPE "public"."inbound_outcome" AS ENUM('stopped', 'started', 'joined', 'helped', 'unchanged', 'unsure', 'read');--> statement-breakpoint
CREATE TYPE "public"."keyword_kind" AS ENUM('stop', 'start', 'help', 'join');--> statement-breakpoint
CREATE TYPE "public"."keyword_reply_kind" AS ENUM('stop', 'stop_all', 'start', 'help');--> statement-breakpoint
CREATE TYPE "public"."stop_scope" AS ENUM('marketing', 'all');--> statement-breakpoint
CREATE TABLE "inbound_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"provider" integer NOT NULL,
	"from_address" text NOT NULL,
	"to_address" text NOT NULL,
	"body" text NOT NULL,
	"raw" text NOT NULL,
	"parts" smallint DEFAULT 1 NOT NULL,
	"country" text,
	"answered" boolean DEFAULT false NOT NULL,
	"outcome" "inbound_outcome",
	"keyword" text,
	"scope" "stop_scope",
	"reply_message" uuid
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "inbound_part" (
	"provider" integer NOT NULL,
	"from_address" text NOT NULL,
	"to_address" text NOT NULL,
	"reference" integer NOT NULL,
	"total" smallint NOT NULL,
	"part" smallint NOT NULL,
	"body" text NOT NULL,
	"raw" text NOT NULL,
	"answered" boolean NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_part_provider_from_address_to_address_reference_total_part_pk" PRIMARY KEY("provider","from_address","to_address","reference","total","part")
);
--> statement-breakpoint
CREATE TABLE "inbound_seen" (
	"provider" integer NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_seen_provider_key_pk" PRIMARY KEY("provider","key")
);
--> statement-breakpoint
CREATE TABLE "keyword" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"word" text NOT NULL,
	"folded" text NOT NULL,
	"number" text NOT NULL,
	"kind" "keyword_kind" NOT NULL,
	"list" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keyword_reply" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"kind" "keyword_reply_kind" NOT NULL,
	"locale" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "keyword_reply_workspace_environment_kind_locale_pk" PRIMARY KEY("workspace","environment","kind","locale")
);
--> statement-breakpoint
CREATE TABLE "keyword_stop" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"address" text NOT NULL,
	"inbound" uuid NOT NULL,
	"consent" uuid,
	"classes" "traffic_class"[] NOT NULL,
	"reason_before" text,
	"reason_after" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "keyword_stop_workspace_environment_channel_address_pk" PRIMARY KEY("workspace","environment","channel","address")
);
--> statement-breakpoint
ALTER TABLE "inbound_message" ADD CONSTRAINT "inbound_message_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keyword" ADD CONSTRAINT "keyword_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keyword" ADD CONSTRAINT "keyword_list_opt_in_list_id_fk" FOREIGN KEY ("list") REFERENCES "public"."opt_in_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keyword_reply" ADD CONSTRAINT "keyword_reply_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keyword_stop" ADD CONSTRAINT "keyword_stop_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbound_message_recent" ON "inbound_message" USING btree ("workspace","id");--> statement-breakpoint
CREATE INDEX "inbound_message_from" ON "inbound_message" USING btree ("workspace","from_address","id");--> statement-breakpoint
CREATE INDEX "inbound_seen_at" ON "inbound_seen" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "keyword_word" ON "keyword" USING btree ("workspace","environment","folded","number");--> statement-breakpoint
-- Texts of people: walls, and what was kept of them before. Carriers write as the owner; a tenant reads, notes what was done, and keeps its keywords.
GRANT SELECT, UPDATE ON inbound_message TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON keyword, keyword_reply, keyword_stop TO signalbox_tenant;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['inbound_message', 'keyword', 'keyword_reply', 'keyword_stop'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
-- Replies were kept in one table and never read: they move as texts that asked for nothing, each day with the partition its ids belong to.
DO $$
DECLARE
  day date;
BEGIN
  FOR day IN SELECT DISTINCT (to_timestamp(('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000.0) AT TIME ZONE 'UTC')::date
    FROM reply LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF inbound_message FOR VALUES FROM (%L) TO (%L)',
      'inbound_message_' || to_char(day, 'YYYYMMDD'),
      rpad(lpad(to_hex((extract(epoch FROM day) * 1000)::bigint), 12, '0'), 32, '0')::uuid,
      rpad(lpad(to_hex((extract(epoch FROM day + 1) * 1000)::bigint), 12, '0'), 32, '0')::uuid);
  END LOOP;
  INSERT INTO inbound_message (id, workspace, environment, provider, from_address, to_address, body, raw, outcome)
    SELECT r.id, r.workspace, coalesce(p.environment, 'live'), r.provider, r.from_address, r.to_address, r.body, r.raw, 'read'
    FROM reply r LEFT JOIN provider p ON p.number = r.provider;
END
$$;
--> statement-breakpoint
DROP TABLE reply;
