CREATE TABLE "webhook_due" (
	"id" uuid PRIMARY KEY NOT NULL,
	"packet" uuid NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"endpoint" integer NOT NULL,
	"claims" integer NOT NULL,
	"n" smallint NOT NULL,
	"places" smallint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_outcome" (
	"packet" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone,
	"endpoint" integer NOT NULL,
	"workspace" integer NOT NULL,
	"n" smallint NOT NULL,
	"first" smallint NOT NULL,
	"status" smallint,
	"state" "webhook_state" NOT NULL,
	"failure" "webhook_failure",
	"url" text,
	"places" smallint[] NOT NULL,
	"after_ms" integer[],
	"duration_ms" integer[],
	"signatures" text,
	"details" text[],
	"responses" text[],
	CONSTRAINT "webhook_outcome_endpoint_packet_n_first_pk" PRIMARY KEY("endpoint","packet","n","first")
) PARTITION BY RANGE ("packet");
--> statement-breakpoint
CREATE TABLE "webhook_packet" (
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"endpoint" integer NOT NULL,
	"origin" "webhook_origin" NOT NULL,
	"together" boolean NOT NULL,
	"event_ids" uuid[] NOT NULL,
	CONSTRAINT "webhook_packet_endpoint_id_pk" PRIMARY KEY("endpoint","id")
) PARTITION BY RANGE ("id");
--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "events_per_request" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "webhook_due_next" ON "webhook_due" USING btree ("endpoint","next_at");--> statement-breakpoint
CREATE INDEX "webhook_due_packet" ON "webhook_due" USING btree ("endpoint","packet");--> statement-breakpoint
-- Trying to squeeze random digits costs more than all else about these rows. Partitions take the setting over.
ALTER TABLE webhook_packet ALTER COLUMN event_ids SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE webhook_outcome ALTER COLUMN signatures SET STORAGE EXTERNAL;
--> statement-breakpoint
GRANT SELECT, INSERT ON webhook_packet, webhook_outcome TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_due TO signalbox_tenant;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['webhook_packet', 'webhook_outcome', 'webhook_due']
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
-- The days there are, so that what was tried before goes on in the log.
DO $$
DECLARE
  day record;
  made text;
BEGIN
  FOREACH made IN ARRAY ARRAY['webhook_packet', 'webhook_outcome']
  LOOP
    FOR day IN
      SELECT replace(child.relname, 'webhook_delivery', made) AS name, pg_get_expr(child.relpartbound, child.oid) AS bounds,
        array_to_string(child.reloptions, ', ') AS options
      FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid WHERE inhparent = 'webhook_delivery'::regclass
    LOOP
      EXECUTE format('CREATE TABLE %I PARTITION OF %I %s %s', day.name, made, day.bounds,
        CASE WHEN day.options <> '' THEN format('WITH (%s)', day.options) END);
    END LOOP;
  END LOOP;
END
$$;
--> statement-breakpoint
-- Each delivery of before becomes a packet of one. Its id has room for a place from now on: the last four digits become zero.
INSERT INTO webhook_packet (id, workspace, endpoint, origin, together, event_ids)
SELECT (left(id::text, 32) || '0000')::uuid, workspace, endpoint, origin, false, ARRAY[event_id] FROM webhook_delivery;
--> statement-breakpoint
-- A try that was not the last one left its delivery pending; what was cancelled after its tries says so in a row of its own.
INSERT INTO webhook_outcome (endpoint, packet, n, first, workspace, at, next_at, state, status, failure, url, places, after_ms, duration_ms,
  signatures, details, responses)
SELECT d.endpoint, (left(d.id::text, 32) || '0000')::uuid, a.n, 0, d.workspace, a.at, CASE WHEN a.n = last.n AND d.state = 'pending' THEN d.next_at END,
  CASE WHEN a.n = last.n AND d.state <> 'canceled' THEN d.state ELSE 'pending' END, a.status, a.failure, a.url, ARRAY[0], ARRAY[0],
  ARRAY[a.duration_ms], a.signature, CASE WHEN a.detail IS NOT NULL THEN ARRAY[a.detail] END,
  CASE WHEN a.response IS NOT NULL THEN ARRAY[a.response] END
FROM webhook_delivery d JOIN webhook_attempt a ON a.delivery_id = d.id
CROSS JOIN LATERAL (SELECT max(n) AS n FROM webhook_attempt WHERE delivery_id = d.id) last;
--> statement-breakpoint
INSERT INTO webhook_outcome (endpoint, packet, n, first, workspace, at, state, places)
SELECT d.endpoint, (left(d.id::text, 32) || '0000')::uuid, coalesce(last.n, 0) + 1, 0, d.workspace, coalesce(d.settled_at, d.next_at), 'canceled',
  ARRAY[0]
FROM webhook_delivery d CROSS JOIN LATERAL (SELECT max(n) AS n FROM webhook_attempt WHERE delivery_id = d.id) last
WHERE d.state = 'canceled';
--> statement-breakpoint
INSERT INTO webhook_due (id, packet, next_at, workspace, endpoint, claims, n, places)
SELECT d.id, (left(d.id::text, 32) || '0000')::uuid, d.next_at, d.workspace, d.endpoint, 0, coalesce(last.n, 0) + 1, ARRAY[0]
FROM webhook_delivery d CROSS JOIN LATERAL (SELECT max(n) AS n FROM webhook_attempt WHERE delivery_id = d.id) last
WHERE d.state = 'pending';
--> statement-breakpoint
DROP TABLE webhook_attempt;
--> statement-breakpoint
DROP TABLE webhook_delivery;
