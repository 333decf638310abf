CREATE TABLE "breaker_report" (
	"route" integer NOT NULL,
	"country" text NOT NULL,
	"worker" text NOT NULL,
	"workspace" integer NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"memory" jsonb NOT NULL,
	CONSTRAINT "breaker_report_route_country_worker_pk" PRIMARY KEY("route","country","worker")
);
--> statement-breakpoint
CREATE TABLE "route_alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"route" integer NOT NULL,
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "route_pause" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"route" integer NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "route_belief" (
	"workspace" integer NOT NULL,
	"route" integer NOT NULL,
	"class" "traffic_class" NOT NULL,
	"country" text NOT NULL,
	"network" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"signal" jsonb NOT NULL,
	"estimate" jsonb NOT NULL,
	"outlier" text,
	CONSTRAINT "route_belief_workspace_route_class_country_network_pk" PRIMARY KEY("workspace","route","class","country","network")
);
--> statement-breakpoint
CREATE TABLE "route_delay" (
	"span" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"route" integer NOT NULL,
	"class" "traffic_class" NOT NULL,
	"country" text NOT NULL,
	"network" text NOT NULL,
	"kind" text NOT NULL,
	"bucket" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "route_delay_span_workspace_route_class_country_network_kind_bucket_pk" PRIMARY KEY("span","workspace","route","class","country","network","kind","bucket")
);
--> statement-breakpoint
CREATE TABLE "route_honesty" (
	"route" integer PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"honesty" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "route_signal" (
	"span" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"route" integer NOT NULL,
	"class" "traffic_class" NOT NULL,
	"country" text NOT NULL,
	"network" text NOT NULL,
	"cost_micros" bigint NOT NULL,
	"accepted" integer NOT NULL,
	"resolved" integer NOT NULL,
	"delivered" integer NOT NULL,
	"failed" integer NOT NULL,
	"failed_milli" integer NOT NULL,
	"silent" integer NOT NULL,
	"refused_milli" integer NOT NULL,
	"throttled" integer NOT NULL,
	"expectant" integer NOT NULL,
	"converted" integer NOT NULL,
	"parts" integer NOT NULL,
	CONSTRAINT "route_signal_span_workspace_route_class_country_network_pk" PRIMARY KEY("span","workspace","route","class","country","network")
);
--> statement-breakpoint
CREATE TABLE "weight_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"weight_set" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"version" integer,
	"actor_kind" text NOT NULL,
	"actor_name" text NOT NULL,
	"why" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"evidence" jsonb,
	"undoes" uuid
);
--> statement-breakpoint
CREATE TABLE "weight_set" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "weight_set_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"class" "traffic_class" NOT NULL,
	"tier" smallint NOT NULL,
	"country" text NOT NULL,
	"mode" text NOT NULL,
	"explore_ppm" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "weight_set_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "breaker_report" ADD CONSTRAINT "breaker_report_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaker_report" ADD CONSTRAINT "breaker_report_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_alert" ADD CONSTRAINT "route_alert_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_alert" ADD CONSTRAINT "route_alert_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_pause" ADD CONSTRAINT "route_pause_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_pause" ADD CONSTRAINT "route_pause_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_belief" ADD CONSTRAINT "route_belief_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_belief" ADD CONSTRAINT "route_belief_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_delay" ADD CONSTRAINT "route_delay_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_delay" ADD CONSTRAINT "route_delay_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_honesty" ADD CONSTRAINT "route_honesty_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_honesty" ADD CONSTRAINT "route_honesty_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_signal" ADD CONSTRAINT "route_signal_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_signal" ADD CONSTRAINT "route_signal_route_route_number_fk" FOREIGN KEY ("route") REFERENCES "public"."route"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_change" ADD CONSTRAINT "weight_change_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_change" ADD CONSTRAINT "weight_change_weight_set_weight_set_number_fk" FOREIGN KEY ("weight_set") REFERENCES "public"."weight_set"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_set" ADD CONSTRAINT "weight_set_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "route_alert_open" ON "route_alert" USING btree ("route","country","kind") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "route_alert_recent" ON "route_alert" USING btree ("workspace","started_at");--> statement-breakpoint
CREATE INDEX "route_pause_route" ON "route_pause" USING btree ("workspace","route");--> statement-breakpoint
CREATE INDEX "weight_change_set" ON "weight_change" USING btree ("weight_set","id");--> statement-breakpoint
CREATE UNIQUE INDEX "weight_set_scope" ON "weight_set" USING btree ("workspace","environment","channel","class","tier","country");--> statement-breakpoint
GRANT SELECT ON route_signal, route_delay, route_belief, route_honesty, breaker_report, route_alert TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON route_pause, weight_set, weight_change TO signalbox_tenant;
--> statement-breakpoint
-- The wall of every tenant table: rows of the workspaces named by the transaction and no others.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['route_signal', 'route_delay', 'route_belief', 'route_honesty', 'breaker_report', 'route_alert', 'route_pause',
    'weight_set', 'weight_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO signalbox_tenant
      USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
      WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER route_pause_changed AFTER INSERT OR UPDATE OR DELETE ON route_pause FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
--> statement-breakpoint
-- Weights are no part of the configuration: learning moves them every minute, and nothing else need be read again for that.
CREATE FUNCTION weights_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('signalbox_learned', TG_TABLE_NAME);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER weight_set_changed AFTER INSERT OR UPDATE OR DELETE ON weight_set FOR EACH STATEMENT EXECUTE FUNCTION weights_changed();
