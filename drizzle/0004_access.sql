CREATE TYPE "public"."member_role" AS ENUM('owner', 'engineer', 'marketer', 'compliance', 'operations', 'finance', 'support', 'viewer');--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"email" text NOT NULL,
	"role" "member_role" NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "scopes" text[];--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "allowed_networks" text[];--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
-- Whoever belongs to a workspace before this had every right in it; from here on a role is said, never assumed.
ALTER TABLE "membership" ADD COLUMN "role" "member_role" NOT NULL DEFAULT 'owner';--> statement-breakpoint
ALTER TABLE "membership" ALTER COLUMN "role" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_email" ON "invitation" USING btree ("workspace","email");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token" ON "invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "membership_workspace" ON "membership" USING btree ("workspace");--> statement-breakpoint
-- People of a workspace see each other, by name and address; of an account nothing else can be read by a tenant.
GRANT SELECT, UPDATE, DELETE ON membership TO signalbox_tenant;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO signalbox_tenant;--> statement-breakpoint
GRANT SELECT (id, name, email) ON "user" TO signalbox_tenant;--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['membership', 'invitation']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO signalbox_tenant
         USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
         WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
  ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_people ON "user" FOR SELECT TO signalbox_tenant
    USING (id IN (SELECT user_id FROM membership));
END
$$;--> statement-breakpoint
-- Every change of what a key may do wakes all processes, as its revocation does; the note of its last use does not.
DROP TRIGGER api_key_changed ON api_key;--> statement-breakpoint
CREATE TRIGGER api_key_changed
  AFTER INSERT OR DELETE OR UPDATE OF revoked_at, secret_hash, previous_hash, previous_until, scopes, allowed_networks, expires_at
  ON api_key FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
