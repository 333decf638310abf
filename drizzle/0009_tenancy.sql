CREATE TABLE "organisation" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisation_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "region_config" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "region_config_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"workspace" integer NOT NULL,
	"country" text NOT NULL,
	"enabled" boolean NOT NULL,
	"currency" text,
	"languages" text[],
	"channels" "channel"[],
	"senders" jsonb,
	"opening_hours" jsonb,
	"max_price_micros" bigint,
	"max_price_currency" text,
	"valid_for_seconds" integer,
	"marketing_per_day" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "region_config_names_a_country" CHECK ("region_config"."country" = 'default' or "region_config"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "region_config_price_has_a_currency" CHECK (("region_config"."max_price_micros" is null) = ("region_config"."max_price_currency" is null))
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "active_workspace" integer;--> statement-breakpoint
-- Every workspace of before becomes an organisation of its own, with its name and the bits of its id.
ALTER TABLE "workspace" ADD COLUMN "organisation" integer;--> statement-breakpoint
INSERT INTO "organisation" ("id", "name", "created_at") SELECT "id", "name", "created_at" FROM "workspace" ORDER BY "number";--> statement-breakpoint
UPDATE "workspace" SET "organisation" = o."number" FROM "organisation" o WHERE o."id" = "workspace"."id";--> statement-breakpoint
ALTER TABLE "workspace" ALTER COLUMN "organisation" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "home_region" text;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "default_currency" text DEFAULT 'USD' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "default_language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "region_config" ADD CONSTRAINT "region_config_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "region_config_country" ON "region_config" USING btree ("workspace","country");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_active_workspace_workspace_number_fk" FOREIGN KEY ("active_workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_organisation_organisation_number_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "workspace_organisation" ON "workspace" USING btree ("organisation");--> statement-breakpoint
-- A workspace that is stored without an organisation founds one: no workspace stands outside of one, whoever stores it.
CREATE FUNCTION found_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.organisation IS NULL THEN
    INSERT INTO organisation (id, name) VALUES (NEW.id, NEW.name) RETURNING number INTO NEW.organisation;
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER workspace_founds_organisation BEFORE INSERT ON workspace FOR EACH ROW EXECUTE FUNCTION found_organisation();
--> statement-breakpoint
GRANT SELECT, UPDATE (name) ON organisation TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON region_config TO signalbox_tenant;
--> statement-breakpoint
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_organisation ON organisation TO signalbox_tenant
  USING (number IN (SELECT organisation FROM workspace));
--> statement-breakpoint
ALTER TABLE region_config ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON region_config TO signalbox_tenant
  USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
  WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
--> statement-breakpoint
CREATE TRIGGER region_config_changed AFTER INSERT OR UPDATE OR DELETE ON region_config FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
