CREATE TABLE "audit_entry" (
	"workspace" integer NOT NULL,
	"seq" bigint NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"environment" "environment",
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"object_name" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"address" text,
	"request_id" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entry_workspace_seq_pk" PRIMARY KEY("workspace","seq"),
	CONSTRAINT "audit_entry_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"workspace" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entry_chain" ON "audit_entry" USING btree ("workspace","prev_hash");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("workspace","actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_object" ON "audit_entry" USING btree ("workspace","object_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_action" ON "audit_entry" USING btree ("workspace","action","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("workspace","at");--> statement-breakpoint
-- Tenants read the log and append to it by the function below; nobody is granted to write, change or delete a row.
GRANT SELECT ON audit_entry, audit_head TO signalbox_tenant;--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['audit_entry', 'audit_head']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO signalbox_tenant
         USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
         WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;--> statement-breakpoint
-- Appends entries, given as canonical JSON, to the chain of a workspace. Writers of one chain wait for each other from here to their
-- commit, so this is the last statement of a transaction. Every statement of a volatile function sees what was committed before it began:
-- the head that is read behind the lock is the newest.
CREATE FUNCTION append_audit(chain integer, ids uuid[], entries text[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_head%ROWTYPE;
  spelled text;
  fields jsonb;
  before_hash text;
BEGIN
  IF current_setting('role') = 'signalbox_tenant'
    AND (chain = ANY (coalesce(nullif(current_setting('signalbox.workspaces', true), ''), '{}')::int[])) IS NOT TRUE THEN
    RAISE EXCEPTION 'this transaction may not append to the audit log of another workspace' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('signalbox.audit'), chain);
  SELECT * INTO head FROM audit_head WHERE workspace = chain;
  IF NOT FOUND THEN
    head := ROW(chain, 0, repeat('0', 64));
  END IF;
  FOR n IN 1 .. cardinality(entries) LOOP
    spelled := entries[n];
    fields := spelled::jsonb;
    before_hash := head.hash;
    head.seq := head.seq + 1;
    head.hash := encode(sha256(convert_to(before_hash || E'\n' || head.seq || E'\n' || spelled, 'UTF8')), 'hex');
    INSERT INTO audit_entry (workspace, seq, id, at, environment, actor_kind, actor_id, actor_name, action, object_kind, object_id,
      object_name, before, after, address, request_id, prev_hash, hash)
    VALUES (chain, head.seq, ids[n], (fields->>'at')::timestamptz, (fields->>'environment')::environment,
      fields->'actor'->>'kind', fields->'actor'->>'id', fields->'actor'->>'name', fields->>'action',
      fields->'object'->>'kind', fields->'object'->>'id', fields->'object'->>'name',
      nullif(fields->'before', 'null'), nullif(fields->'after', 'null'), fields->>'address', fields->>'request_id',
      before_hash, head.hash);
  END LOOP;
  INSERT INTO audit_head (workspace, seq, hash) VALUES (chain, head.seq, head.hash)
    ON CONFLICT (workspace) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
END
$$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION append_audit(integer, uuid[], text[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_audit(integer, uuid[], text[]) TO signalbox_tenant;
