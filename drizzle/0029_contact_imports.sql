CREATE TYPE "public"."import_state" AS ENUM('uploading', 'checking', 'checked', 'running', 'done', 'canceled', 'failed', 'undoing', 'undone');--> statement-breakpoint
CREATE TABLE "contact_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"list" uuid NOT NULL,
	"file_name" text NOT NULL,
	"state" "import_state" DEFAULT 'uploading' NOT NULL,
	"is_stopping" boolean DEFAULT false NOT NULL,
	"size" bigint,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"encoding" text,
	"delimiter" text,
	"scan" jsonb,
	"header_key" text,
	"rules" jsonb,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"steps" integer DEFAULT 0 NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"fixed" integer DEFAULT 0 NOT NULL,
	"reasons" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"failure" text,
	"undone" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"dropped_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contact_import_part" (
	"import" uuid NOT NULL,
	"at" bigint NOT NULL,
	"workspace" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "contact_import_part_import_at_pk" PRIMARY KEY("import","at")
);
--> statement-breakpoint
CREATE TABLE "contact_import_step" (
	"import" uuid NOT NULL,
	"n" integer NOT NULL,
	"workspace" integer NOT NULL,
	"first_seq" bigint,
	"last_seq" bigint,
	"errors" text,
	"is_undone" boolean DEFAULT false NOT NULL,
	CONSTRAINT "contact_import_step_import_n_pk" PRIMARY KEY("import","n")
);
--> statement-breakpoint
ALTER TABLE "contact_import" ADD CONSTRAINT "contact_import_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_import" ADD CONSTRAINT "contact_import_list_opt_in_list_id_fk" FOREIGN KEY ("list") REFERENCES "public"."opt_in_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_import_part" ADD CONSTRAINT "contact_import_part_import_contact_import_id_fk" FOREIGN KEY ("import") REFERENCES "public"."contact_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_import_part" ADD CONSTRAINT "contact_import_part_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_import_step" ADD CONSTRAINT "contact_import_step_import_contact_import_id_fk" FOREIGN KEY ("import") REFERENCES "public"."contact_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_import_step" ADD CONSTRAINT "contact_import_step_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_import_recent" ON "contact_import" USING btree ("workspace","environment","id");--> statement-breakpoint
CREATE INDEX "contact_import_header" ON "contact_import" USING btree ("workspace","header_key","id");
--> statement-breakpoint
-- Imports: walls. A tenant makes and changes its own; bytes, steps and the way back are dropped by the owner.
GRANT SELECT, INSERT, UPDATE ON contact_import TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_import_step TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT ON contact_import_part TO signalbox_tenant;
--> statement-breakpoint
ALTER TABLE contact_import_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['contact_import', 'contact_import_part', 'contact_import_step'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
-- The hash of one link after another: what a hash stands over is the one before it, its number and the digest of its entry.
CREATE FUNCTION next_link(before text, head text, seq bigint, digest text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(before, head) || E'\n' || seq || E'\n' || digest, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE AGGREGATE chain_links(head text, seq bigint, digest text) (SFUNC = next_link, STYPE = text);
--> statement-breakpoint
-- Appends entries to the ledger of a workspace as before, all of them in one statement: a file of people is many thousand links, and each
-- that is stored by itself costs as much as twenty that are stored together.
CREATE OR REPLACE FUNCTION append_consent(chain integer, entries jsonb) RETURNS TABLE (place integer, entry_id uuid, added boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  head consent_head%ROWTYPE;
  owner_id uuid;
  now_at timestamptz;
BEGIN
  IF current_setting('role') = 'signalbox_tenant'
    AND (chain = ANY (coalesce(nullif(current_setting('signalbox.workspaces', true), ''), '{}')::int[])) IS NOT TRUE THEN
    RAISE EXCEPTION 'this transaction may not append to the consent ledger of another workspace' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('signalbox.consent'), chain);
  SELECT w.id INTO STRICT owner_id FROM workspace w WHERE w.number = chain;
  SELECT * INTO head FROM consent_head h WHERE h.workspace = chain;
  IF NOT FOUND THEN
    head := ROW(chain, 0, repeat('0', 64));
  END IF;
  now_at := date_trunc('milliseconds', clock_timestamp());
  RETURN QUERY
  WITH given AS MATERIALIZED (
    SELECT e.ordinality::int - 1 AS place, e.value->>'wording_text' AS wording_text, r.*
    FROM jsonb_array_elements(entries) WITH ORDINALITY AS e(value, ordinality),
      jsonb_populate_record(NULL::consent, e.value) AS r),
  -- An event is known when the ledger has it, or an entry before it in the same call is the same event.
  judged AS MATERIALIZED (
    SELECT g.place, coalesce(g.id, gen_random_uuid()) AS id, k.id AS known,
      k.id IS NULL AND (g.event_key IS NULL OR row_number() OVER same = 1) AS is_new,
      CASE WHEN g.event_key IS NULL THEN g.place ELSE first_value(g.place) OVER same END AS first_place
    FROM given g LEFT JOIN consent k ON k.workspace = chain AND k.environment = g.environment AND k.event_key = g.event_key
    WINDOW same AS (PARTITION BY g.environment, g.event_key ORDER BY g.place)),
  fresh AS MATERIALIZED (
    SELECT g.place, j.id, g.environment, g.channel, g.address, g.state, g.source,
      date_trunc('milliseconds', coalesce(g.at, now_at)) AS at, coalesce(g.purpose, 'marketing') AS purpose, g.topic, g.list, g.locale,
      CASE WHEN g.wording_text IS NULL THEN g.wording ELSE sha256_hex(g.wording_text) END AS wording, g.wording_text, g.wording_version,
      g.jurisdiction, g.proof, g.event_key, head.seq + row_number() OVER (ORDER BY g.place) AS seq,
      replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') AS salt
    FROM given g JOIN judged j ON j.place = g.place AND j.is_new),
  named AS MATERIALIZED (
    SELECT f.*, sha256_hex(f.salt || E'\n{"address":' || spell_text(f.address) || ',"proof":' || coalesce(f.proof, 'null') || '}') AS person
    FROM fresh f),
  linked AS MATERIALIZED (
    SELECT n.*, chain_links(head.hash, n.seq, sha256_hex(spell_consent(
      ROW(n.id, chain, n.environment, n.channel, n.address, n.state, n.source, n.at, now_at, n.purpose, n.topic, n.list, n.locale, n.wording,
        n.wording_version, n.jurisdiction, n.proof, n.event_key, n.seq, n.salt, n.person, NULL, NULL)::consent, owner_id)))
      OVER (ORDER BY n.seq ROWS UNBOUNDED PRECEDING) AS hash
    FROM named n),
  worded AS (
    INSERT INTO consent_wording (workspace, hash, text) SELECT DISTINCT chain, l.wording, l.wording_text FROM linked l
      WHERE l.wording_text IS NOT NULL ON CONFLICT DO NOTHING),
  stored AS (
    INSERT INTO consent (id, workspace, environment, channel, address, state, source, at, recorded_at, purpose, topic, list, locale, wording,
      wording_version, jurisdiction, proof, event_key, seq, salt, person, prev_hash, hash)
    SELECT l.id, chain, l.environment, l.channel, l.address, l.state, l.source, l.at, now_at, l.purpose, l.topic, l.list, l.locale, l.wording,
      l.wording_version, l.jurisdiction, l.proof, l.event_key, l.seq, l.salt, l.person, lag(l.hash, 1, head.hash) OVER (ORDER BY l.seq), l.hash
    FROM linked l ORDER BY l.seq),
  ended AS (
    INSERT INTO consent_head (workspace, seq, hash) SELECT chain, l.seq, l.hash FROM linked l ORDER BY l.seq DESC LIMIT 1
      ON CONFLICT (workspace) DO UPDATE SET seq = excluded.seq, hash = excluded.hash)
  SELECT j.place, coalesce(j.known, f.id), j.is_new FROM judged j JOIN judged f ON f.place = j.first_place ORDER BY j.place;
END
$$;
