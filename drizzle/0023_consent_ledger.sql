CREATE TYPE "public"."list_member_state" AS ENUM('pending', 'confirmed', 'withdrawn');--> statement-breakpoint
CREATE TABLE "consent_head" (
	"workspace" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent_wording" (
	"workspace" integer NOT NULL,
	"hash" text NOT NULL,
	"text" text NOT NULL,
	"first_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_wording_workspace_hash_pk" PRIMARY KEY("workspace","hash")
);
--> statement-breakpoint
CREATE TABLE "list_member" (
	"list" uuid NOT NULL,
	"address" text NOT NULL,
	"workspace" integer NOT NULL,
	"state" "list_member_state" NOT NULL,
	"locale" text NOT NULL,
	"source" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirm_by" timestamp with time zone,
	"message" uuid,
	"proof" text,
	"consent" uuid,
	CONSTRAINT "list_member_list_address_pk" PRIMARY KEY("list","address")
);
--> statement-breakpoint
CREATE TABLE "opt_in_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"topic" text,
	"double_opt_in" boolean NOT NULL,
	"confirm_hours" integer NOT NULL,
	"sender" text,
	"wordings" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "purpose" text DEFAULT 'marketing' NOT NULL;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "topic" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "list" uuid;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "wording" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "wording_version" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "jurisdiction" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "event_key" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "person" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "prev_hash" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "consent_head" ADD CONSTRAINT "consent_head_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_wording" ADD CONSTRAINT "consent_wording_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_member" ADD CONSTRAINT "list_member_list_opt_in_list_id_fk" FOREIGN KEY ("list") REFERENCES "public"."opt_in_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_member" ADD CONSTRAINT "list_member_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opt_in_list" ADD CONSTRAINT "opt_in_list_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_member_person" ON "list_member" USING btree ("workspace","address");--> statement-breakpoint
CREATE UNIQUE INDEX "opt_in_list_name" ON "opt_in_list" USING btree ("workspace","environment","name");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_seq" ON "consent" USING btree ("workspace","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_chain" ON "consent" USING btree ("workspace","prev_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_event" ON "consent" USING btree ("workspace","environment","event_key");--> statement-breakpoint
-- The consent ledger, its lists and its chain: walls, spelling, the one way in, and what was there before.
GRANT SELECT ON consent_head, consent_wording TO signalbox_tenant;
--> statement-breakpoint
REVOKE INSERT ON consent FROM signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON opt_in_list, list_member TO signalbox_tenant;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['consent_head', 'consent_wording', 'opt_in_list', 'list_member'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
-- A text as canonical JSON (RFC 8785) writes it: the escapes of to_json are the same.
CREATE FUNCTION spell_text(given text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(to_json(given)::text, 'null')
$$;
--> statement-breakpoint
CREATE FUNCTION sha256_hex(given text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(given, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- What a hash of the ledger stands over: an entry as canonical JSON, the person only by way of the salted hash.
CREATE FUNCTION spell_consent(entry consent, workspace_id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT '{"at":' || spell_text(to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || ',"channel":' || spell_text(entry.channel::text)
    || ',"environment":' || spell_text(entry.environment::text)
    || ',"id":' || spell_text(entry.id::text)
    || ',"jurisdiction":' || spell_text(entry.jurisdiction)
    || ',"list":' || spell_text(entry.list::text)
    || ',"locale":' || spell_text(entry.locale)
    || ',"person":' || spell_text(entry.person)
    || ',"purpose":' || spell_text(entry.purpose)
    || ',"recorded_at":' || spell_text(to_char(entry.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || ',"source":' || spell_text(entry.source)
    || ',"state":' || spell_text(entry.state::text)
    || ',"topic":' || spell_text(entry.topic)
    || ',"wording":' || spell_text(entry.wording)
    || ',"wording_version":' || spell_text(entry.wording_version)
    || ',"workspace":' || spell_text(workspace_id::text) || '}'
$$;
--> statement-breakpoint
-- Puts the link of an entry behind a head: the salted hash of the person, the hash before, and its own.
CREATE FUNCTION link_consent(entry consent, head consent_head, workspace_id uuid) RETURNS consent LANGUAGE plpgsql AS $$
BEGIN
  entry.seq := head.seq + 1;
  entry.prev_hash := head.hash;
  entry.salt := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
  entry.person := sha256_hex(entry.salt || E'\n{"address":' || spell_text(entry.address) || ',"proof":' || coalesce(entry.proof, 'null') || '}');
  entry.hash := sha256_hex(entry.prev_hash || E'\n' || entry.seq || E'\n' || sha256_hex(spell_consent(entry, workspace_id)));
  RETURN entry;
END
$$;
--> statement-breakpoint
-- Appends entries to the ledger of a workspace, in their order, and says of each whether it was new: an entry whose event is there already
-- adds nothing and answers the id of the first. Writers of one ledger wait for each other from here to their commit.
CREATE FUNCTION append_consent(chain integer, entries jsonb) RETURNS TABLE (place integer, entry_id uuid, added boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head consent_head%ROWTYPE;
  entry consent%ROWTYPE;
  given jsonb;
  owner_id uuid;
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
  place := -1;
  FOR given IN SELECT value FROM jsonb_array_elements(entries) WITH ORDINALITY ORDER BY ordinality LOOP
    place := place + 1;
    entry := jsonb_populate_record(NULL::consent, given - 'wording_text');
    IF entry.event_key IS NOT NULL THEN
      SELECT c.id INTO entry_id FROM consent c
        WHERE c.workspace = chain AND c.environment = entry.environment AND c.event_key = entry.event_key;
      IF FOUND THEN
        added := false;
        RETURN NEXT;
        CONTINUE;
      END IF;
    END IF;
    entry.id := coalesce(entry.id, gen_random_uuid());
    entry.workspace := chain;
    entry.purpose := coalesce(entry.purpose, 'marketing');
    entry.recorded_at := date_trunc('milliseconds', clock_timestamp());
    entry.at := date_trunc('milliseconds', coalesce(entry.at, entry.recorded_at));
    IF given->>'wording_text' IS NOT NULL THEN
      entry.wording := sha256_hex(given->>'wording_text');
      INSERT INTO consent_wording (workspace, hash, text) VALUES (chain, entry.wording, given->>'wording_text') ON CONFLICT DO NOTHING;
    END IF;
    entry := link_consent(entry, head, owner_id);
    INSERT INTO consent SELECT entry.*;
    head.seq := entry.seq;
    head.hash := entry.hash;
    entry_id := entry.id;
    added := true;
    RETURN NEXT;
  END LOOP;
  IF head.seq > 0 THEN
    INSERT INTO consent_head (workspace, seq, hash) VALUES (chain, head.seq, head.hash)
      ON CONFLICT (workspace) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
  END IF;
END
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION append_consent(integer, jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_consent(integer, jsonb) TO signalbox_tenant;
--> statement-breakpoint
-- What was recorded before there was a chain is linked in the order it was recorded.
DO $$
DECLARE
  head consent_head%ROWTYPE;
  entry consent%ROWTYPE;
BEGIN
  UPDATE consent SET at = date_trunc('milliseconds', at), recorded_at = date_trunc('milliseconds', recorded_at);
  FOR entry IN SELECT * FROM consent ORDER BY workspace, recorded_at, id LOOP
    IF head.workspace IS DISTINCT FROM entry.workspace THEN
      head := ROW(entry.workspace, 0, repeat('0', 64));
    END IF;
    entry := link_consent(entry, head, (SELECT w.id FROM workspace w WHERE w.number = entry.workspace));
    UPDATE consent c SET seq = entry.seq, salt = entry.salt, person = entry.person, prev_hash = entry.prev_hash, hash = entry.hash
      WHERE c.id = entry.id;
    head.seq := entry.seq;
    head.hash := entry.hash;
    INSERT INTO consent_head (workspace, seq, hash) VALUES (head.workspace, head.seq, head.hash)
      ON CONFLICT (workspace) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
  END LOOP;
END
$$;
--> statement-breakpoint
-- Of who is erased, the salt is gone; the links of the chain are there in every row.
ALTER TABLE consent ALTER COLUMN seq SET NOT NULL, ALTER COLUMN person SET NOT NULL, ALTER COLUMN prev_hash SET NOT NULL,
  ALTER COLUMN hash SET NOT NULL;
