CREATE TABLE "sender" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"channel" "channel" NOT NULL,
	"country" text NOT NULL,
	"network" text,
	"class" "traffic_class",
	"sender" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"reference" text,
	"registered_on" date,
	"expires_on" date,
	"affix" jsonb,
	"documents" jsonb NOT NULL,
	"notes" text NOT NULL,
	"last_used_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sender_place" UNIQUE NULLS NOT DISTINCT("workspace","channel","country","network","class","key"),
	CONSTRAINT "sender_names_a_country" CHECK ("sender"."country" = 'default' or "sender"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
ALTER TABLE "sender" ADD CONSTRAINT "sender_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What follows is hand-written: rights, walls, the notice that configuration changed, and the senders that countries allowed so far.
GRANT SELECT, INSERT, UPDATE, DELETE ON sender TO signalbox_tenant;
--> statement-breakpoint
ALTER TABLE sender ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON sender TO signalbox_tenant
  USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
  WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
--> statement-breakpoint
-- When a sender was last used decides nothing: noting it wakes nobody.
CREATE TRIGGER sender_changed AFTER INSERT OR DELETE OR UPDATE OF channel, country, network, class, sender, key, kind, status, registered_on,
  expires_on, affix ON sender FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
--> statement-breakpoint
-- The list of a country becomes registered senders, and the country says that no others may be named.
INSERT INTO sender (id, workspace, channel, country, sender, key, kind, status, documents, notes)
SELECT gen_random_uuid(), r.workspace, c.word::channel, r.country, s.sender,
  CASE WHEN c.word = 'email' THEN lower(coalesce(substring(s.sender FROM '<([^<>]*)>$'), s.sender)) ELSE s.sender END,
  CASE WHEN c.word = 'email' THEN 'mailbox' WHEN s.sender LIKE '+%' THEN 'long_number'
    WHEN s.sender ~ '^[0-9]+$' THEN 'short_code' ELSE 'alphanumeric' END,
  'registered', '[]', 'Taken over from the senders this country allowed.'
FROM region_config r
CROSS JOIN (VALUES ('sms'), ('email')) AS c(word)
CROSS JOIN LATERAL jsonb_array_elements_text(
  CASE WHEN jsonb_typeof(r.senders -> c.word -> 'allowed') = 'array' THEN r.senders -> c.word -> 'allowed' ELSE '[]' END) AS s(sender)
ON CONFLICT DO NOTHING;
--> statement-breakpoint
UPDATE region_config SET senders = (
  SELECT jsonb_object_agg(key, CASE WHEN jsonb_typeof(value) = 'object' THEN (value - 'allowed')
    || jsonb_build_object('registered_only', coalesce(jsonb_typeof(value -> 'allowed') = 'array', false)) ELSE value END)
  FROM jsonb_each(senders))
WHERE senders IS NOT NULL AND senders <> '{}';
