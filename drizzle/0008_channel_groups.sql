CREATE TYPE "public"."channel_mode" AS ENUM('failover', 'parallel');--> statement-breakpoint
CREATE TABLE "message_group" (
	"id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"timeout_seconds" integer,
	"environment" "environment" NOT NULL,
	"mode" "channel_mode" NOT NULL,
	"channels" "channel"[] NOT NULL,
	"message_ids" uuid[] NOT NULL,
	"reasons" text[] NOT NULL,
	"waiting" jsonb,
	"stopped" text,
	CONSTRAINT "message_group_workspace_id_pk" PRIMARY KEY("workspace","id")
) PARTITION BY RANGE ("id");
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "sent_for" uuid;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON message_group TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
ALTER TABLE message_group ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON message_group TO signalbox_tenant
  USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
  WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
