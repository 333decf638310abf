CREATE TYPE "public"."approval_action" AS ENUM('sender.set', 'sender.removed', 'rule.answered', 'rule.answer_removed', 'export.person', 'export.list', 'export.audit', 'export.consent_proof', 'reveal.message');--> statement-breakpoint
CREATE TYPE "public"."approval_state" AS ENUM('waiting', 'approved', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."second_person_kind" AS ENUM('templates', 'erasures', 'senders', 'packs', 'exports', 'reveals');--> statement-breakpoint
CREATE TABLE "approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment",
	"action" "approval_action" NOT NULL,
	"state" "approval_state" DEFAULT 'waiting' NOT NULL,
	"object" text,
	"name" text NOT NULL,
	"reason" text NOT NULL,
	"wanted" jsonb,
	"before" jsonb,
	"after" jsonb,
	"asked" jsonb NOT NULL,
	"decided" jsonb,
	"comment" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"usable_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "second_person_for" "second_person_kind"[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_list" ON "approval" USING btree ("workspace","id");--> statement-breakpoint
CREATE INDEX "approval_object" ON "approval" USING btree ("workspace","object");--> statement-breakpoint
-- What follows is hand-written: the switch becomes the two kinds it stood for, and the walls of what is asked for.
UPDATE workspace SET second_person_for = '{templates,erasures}' WHERE needs_second_person;
--> statement-breakpoint
ALTER TABLE "workspace" DROP COLUMN "needs_second_person";
--> statement-breakpoint
DO $$
BEGIN
  GRANT SELECT, INSERT, UPDATE ON approval TO signalbox_tenant;
  ALTER TABLE approval ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_workspace ON approval TO signalbox_tenant
    USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
    WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
END
$$;