CREATE TABLE "template_drafting" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "template_drafting_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"workspace" integer NOT NULL,
	"template" integer NOT NULL,
	"locales" text[] NOT NULL,
	"asked" jsonb NOT NULL,
	"state" text NOT NULL,
	"version" integer,
	"faults" jsonb NOT NULL,
	"message" text
);
--> statement-breakpoint
CREATE TABLE "template_translation" (
	"workspace" integer NOT NULL,
	"version" integer NOT NULL,
	"channel" "channel" NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"drafted" jsonb NOT NULL,
	"begun" jsonb,
	"reviewed" jsonb,
	CONSTRAINT "template_translation_version_channel_locale_pk" PRIMARY KEY("version","channel","locale")
);
--> statement-breakpoint
CREATE TABLE "translation_service" (
	"workspace" integer PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"service" jsonb NOT NULL,
	"secret" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "template_drafting" ADD CONSTRAINT "template_drafting_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_drafting" ADD CONSTRAINT "template_drafting_template_template_number_fk" FOREIGN KEY ("template") REFERENCES "public"."template"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_translation" ADD CONSTRAINT "template_translation_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_translation" ADD CONSTRAINT "template_translation_version_template_version_number_fk" FOREIGN KEY ("version") REFERENCES "public"."template_version"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_service" ADD CONSTRAINT "translation_service_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "template_drafting_template" ON "template_drafting" USING btree ("template","number");--> statement-breakpoint
-- What follows is hand-written: rights, walls, and the notice that what may be sent changed.
GRANT SELECT, INSERT, UPDATE ON template_translation, template_drafting, translation_service TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['template_translation', 'template_drafting', 'translation_service'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER template_translation_changed AFTER UPDATE OF state ON template_translation FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
