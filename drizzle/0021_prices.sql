CREATE TABLE "concentration_limit" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"country" text NOT NULL,
	"permille" integer NOT NULL,
	CONSTRAINT "concentration_limit_workspace_environment_country_pk" PRIMARY KEY("workspace","environment","country")
);
--> statement-breakpoint
CREATE TABLE "route_use" (
	"day" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"route" integer NOT NULL,
	"country" text NOT NULL,
	"taken" bigint NOT NULL,
	"cost_micros" bigint NOT NULL,
	CONSTRAINT "route_use_workspace_day_route_country_pk" PRIMARY KEY("workspace","day","route","country")
);
--> statement-breakpoint
CREATE TABLE "network_prefix" (
	"workspace" integer NOT NULL,
	"prefix" text NOT NULL,
	"network" text NOT NULL,
	"country" text NOT NULL,
	"name" text NOT NULL,
	"sample" boolean NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_prefix_workspace_prefix_pk" PRIMARY KEY("workspace","prefix")
);
--> statement-breakpoint
CREATE TABLE "exchange_rate" (
	"workspace" integer NOT NULL,
	"base" text NOT NULL,
	"currency" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"rate_nanos" bigint NOT NULL,
	CONSTRAINT "exchange_rate_workspace_base_currency_valid_from_pk" PRIMARY KEY("workspace","base","currency","valid_from")
);
--> statement-breakpoint
CREATE TABLE "price" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"route" integer NOT NULL,
	"country" text NOT NULL,
	"network" text NOT NULL,
	"prefix" text NOT NULL,
	"price_micros" bigint NOT NULL,
	"currency" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "price_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text NOT NULL,
	"file_name" text NOT NULL,
	"counts" jsonb NOT NULL,
	"removed" jsonb NOT NULL,
	"added" uuid[] NOT NULL,
	"undoes" uuid,
	"undone_by" uuid
);
--> statement-breakpoint
ALTER TABLE "concentration_limit" ADD CONSTRAINT "concentration_limit_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_use" ADD CONSTRAINT "route_use_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_use" ADD CONSTRAINT "route_use_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_prefix" ADD CONSTRAINT "network_prefix_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price" ADD CONSTRAINT "price_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price" ADD CONSTRAINT "price_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_change" ADD CONSTRAINT "price_change_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "price_area" ON "price" USING btree ("route","country","network","prefix","valid_from");--> statement-breakpoint
CREATE INDEX "price_workspace" ON "price" USING btree ("workspace","id");--> statement-breakpoint
CREATE INDEX "price_change_recent" ON "price_change" USING btree ("workspace","environment","id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON price, price_change, exchange_rate, network_prefix, concentration_limit TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT ON route_use TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['price', 'price_change', 'exchange_rate', 'network_prefix', 'concentration_limit', 'route_use'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
-- Price lists are no part of the configuration: a list of thousands is read again only when it changes.
CREATE FUNCTION tariffs_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('signalbox_tariffs', TG_TABLE_NAME);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER price_changed AFTER INSERT OR UPDATE OR DELETE ON price FOR EACH STATEMENT EXECUTE FUNCTION tariffs_changed();
--> statement-breakpoint
CREATE TRIGGER exchange_rate_changed AFTER INSERT OR UPDATE OR DELETE ON exchange_rate FOR EACH STATEMENT EXECUTE FUNCTION tariffs_changed();
--> statement-breakpoint
CREATE TRIGGER network_prefix_changed AFTER INSERT OR UPDATE OR DELETE ON network_prefix FOR EACH STATEMENT EXECUTE FUNCTION tariffs_changed();
--> statement-breakpoint
CREATE TRIGGER concentration_limit_changed AFTER INSERT OR UPDATE OR DELETE ON concentration_limit FOR EACH STATEMENT EXECUTE FUNCTION weights_changed();
