CREATE TYPE "public"."dlt_cta_type" AS ENUM('static_url', 'dynamic_url', 'short_url', 'apk', 'ott', 'call_back_number', 'email');--> statement-breakpoint
CREATE TYPE "public"."dlt_kind" AS ENUM('transactional', 'service_implicit', 'service_explicit', 'promotional', 'government');--> statement-breakpoint
CREATE TYPE "public"."dlt_status" AS ENUM('pending', 'active', 'rejected', 'suspended', 'inactive', 'blacklisted');--> statement-breakpoint
CREATE TABLE "dlt_chain" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"status" "dlt_status" NOT NULL,
	"expires_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entity" uuid NOT NULL,
	"provider" integer NOT NULL,
	"telemarketer_ids" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dlt_consent_template" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"status" "dlt_status" NOT NULL,
	"expires_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entity" uuid NOT NULL,
	"template_id" text NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dlt_cta" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"status" "dlt_status" NOT NULL,
	"expires_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entity" uuid NOT NULL,
	"type" "dlt_cta_type" NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dlt_entity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"status" "dlt_status" NOT NULL,
	"expires_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entity_id" text NOT NULL,
	"name" text NOT NULL,
	"matching" jsonb NOT NULL,
	CONSTRAINT "dlt_entity_id_is_digits" CHECK ("dlt_entity"."entity_id" ~ '^[0-9]{10,30}$')
);
--> statement-breakpoint
CREATE TABLE "dlt_header" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"status" "dlt_status" NOT NULL,
	"expires_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entity" uuid NOT NULL,
	"header" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dlt_template" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"status" "dlt_status" NOT NULL,
	"expires_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entity" uuid NOT NULL,
	"template_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" "dlt_kind" NOT NULL,
	"headers" text[] NOT NULL,
	"text" text NOT NULL,
	"tags" text[],
	"consent_template_id" text,
	CONSTRAINT "dlt_template_id_is_digits" CHECK ("dlt_template"."template_id" ~ '^[0-9]{10,30}$')
);
--> statement-breakpoint
ALTER TABLE "dlt_chain" ADD CONSTRAINT "dlt_chain_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_chain" ADD CONSTRAINT "dlt_chain_entity_dlt_entity_id_fk" FOREIGN KEY ("entity") REFERENCES "public"."dlt_entity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_chain" ADD CONSTRAINT "dlt_chain_provider_provider_number_fk" FOREIGN KEY ("provider") REFERENCES "public"."provider"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_consent_template" ADD CONSTRAINT "dlt_consent_template_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_consent_template" ADD CONSTRAINT "dlt_consent_template_entity_dlt_entity_id_fk" FOREIGN KEY ("entity") REFERENCES "public"."dlt_entity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_cta" ADD CONSTRAINT "dlt_cta_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_cta" ADD CONSTRAINT "dlt_cta_entity_dlt_entity_id_fk" FOREIGN KEY ("entity") REFERENCES "public"."dlt_entity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_entity" ADD CONSTRAINT "dlt_entity_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_header" ADD CONSTRAINT "dlt_header_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_header" ADD CONSTRAINT "dlt_header_entity_dlt_entity_id_fk" FOREIGN KEY ("entity") REFERENCES "public"."dlt_entity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_template" ADD CONSTRAINT "dlt_template_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dlt_template" ADD CONSTRAINT "dlt_template_entity_dlt_entity_id_fk" FOREIGN KEY ("entity") REFERENCES "public"."dlt_entity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dlt_chain_provider" ON "dlt_chain" USING btree ("workspace","entity","provider");--> statement-breakpoint
CREATE UNIQUE INDEX "dlt_consent_template_id" ON "dlt_consent_template" USING btree ("workspace","template_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dlt_cta_value" ON "dlt_cta" USING btree ("workspace","entity","type","value");--> statement-breakpoint
CREATE UNIQUE INDEX "dlt_entity_id" ON "dlt_entity" USING btree ("workspace","entity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dlt_header_header" ON "dlt_header" USING btree ("workspace","header");--> statement-breakpoint
CREATE UNIQUE INDEX "dlt_template_id" ON "dlt_template" USING btree ("workspace","template_id");--> statement-breakpoint
-- Behind the walls of the workspace, and part of the configuration that processes hold in memory.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dlt_entity', 'dlt_header', 'dlt_template', 'dlt_cta', 'dlt_consent_template', 'dlt_chain'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO signalbox_tenant', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))$policy$, name);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION config_changed()', name || '_changed', name);
  END LOOP;
END
$$;
