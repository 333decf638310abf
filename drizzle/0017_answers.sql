ALTER TABLE "idempotency" RENAME TO "idempotency_before";--> statement-breakpoint
ALTER INDEX "idempotency_pkey" RENAME TO "idempotency_before_pkey";--> statement-breakpoint
CREATE TABLE "idempotency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"packet" bigint NOT NULL,
	"workspace" integer NOT NULL,
	"place" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_packet" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "idempotency_packet_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_at" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"keys" uuid[] NOT NULL,
	"answers" text NOT NULL
);
--> statement-breakpoint
-- What was answered before is replayed as long as it would have been: each in a packet of its own.
WITH moved AS (
	INSERT INTO "idempotency_packet" ("created_at", "workspace", "keys", "answers")
	SELECT "created_at", "workspace", ARRAY["id"], "fingerprint" || ' ' || "request_id" || ' ' || "status" || ' ' || "key" || ' ' || "body"
	FROM "idempotency_before"
	RETURNING "number", "keys", "workspace")
INSERT INTO "idempotency" ("id", "packet", "workspace", "place")
SELECT "keys"[1], "number", "workspace", 1 FROM moved;
--> statement-breakpoint
DROP TABLE "idempotency_before";--> statement-breakpoint
CREATE INDEX "idempotency_packet_created" ON "idempotency_packet" USING btree ("created_at");--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['idempotency', 'idempotency_packet'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO signalbox_tenant', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))$policy$, name);
  END LOOP;
END
$$;
