CREATE TABLE "glossary_term" (
	"workspace" integer NOT NULL,
	"term" text NOT NULL,
	"folded" text NOT NULL,
	"locale" text NOT NULL,
	"translation" text,
	CONSTRAINT "glossary_term_workspace_folded_locale_pk" PRIMARY KEY("workspace","folded","locale")
);
--> statement-breakpoint
ALTER TABLE "glossary_term" ADD CONSTRAINT "glossary_term_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The wall of every tenant table.
GRANT SELECT, INSERT, UPDATE, DELETE ON glossary_term TO signalbox_tenant;
--> statement-breakpoint
ALTER TABLE glossary_term ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON glossary_term TO signalbox_tenant
  USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
  WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
