CREATE TYPE "public"."template_state" AS ENUM('draft', 'submitted', 'approved', 'rejected', 'paused');--> statement-breakpoint
CREATE TABLE "template" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "template_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"class" "traffic_class" NOT NULL,
	"default_locale" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "template_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "template_version" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "template_version_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"workspace" integer NOT NULL,
	"template" integer NOT NULL,
	"version" integer NOT NULL,
	"state" "template_state" NOT NULL,
	"variables" jsonb NOT NULL,
	"bodies" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_kind" text NOT NULL,
	"created_id" text NOT NULL,
	"created_name" text NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_kind" text,
	"submitted_id" text,
	"submitted_name" text,
	"decided_at" timestamp with time zone,
	"decided_kind" text,
	"decided_id" text,
	"decided_name" text,
	"comment" text,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "needs_second_person" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "template" jsonb;--> statement-breakpoint
ALTER TABLE "template" ADD CONSTRAINT "template_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_template_template_number_fk" FOREIGN KEY ("template") REFERENCES "public"."template"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "template_key" ON "template" USING btree ("workspace","key");--> statement-breakpoint
CREATE UNIQUE INDEX "template_version_place" ON "template_version" USING btree ("template","version");--> statement-breakpoint
CREATE INDEX "template_version_workspace" ON "template_version" USING btree ("workspace");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON template, template_version TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['template', 'template_version'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
-- A message that names a version tells for ever what it was made from: what a version says stays as it is, whoever asks.
CREATE FUNCTION template_version_says() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.workspace, NEW.template, NEW.version, NEW.variables, NEW.bodies) IS DISTINCT FROM (OLD.workspace, OLD.template, OLD.version, OLD.variables, OLD.bodies) THEN
    RAISE EXCEPTION 'what a version of a template says never changes; add a version';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER template_version_says BEFORE UPDATE ON template_version FOR EACH ROW EXECUTE FUNCTION template_version_says();
--> statement-breakpoint
CREATE TRIGGER template_version_changed AFTER INSERT OR DELETE OR UPDATE OF state ON template_version FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
