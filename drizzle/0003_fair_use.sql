CREATE TYPE "public"."rate_limit_kind" AS ENUM('key', 'workspace', 'country');--> statement-breakpoint
-- Unlogged: written many times a second, and full again after a crash.
CREATE UNLOGGED TABLE "rate_bucket" (
	"rule" integer PRIMARY KEY NOT NULL,
	"tokens" double precision NOT NULL,
	"granted" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rate_limit_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"kind" "rate_limit_kind" NOT NULL,
	"api_key" integer,
	"country" text,
	"per_second" double precision NOT NULL,
	"burst" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rate_limit_id_unique" UNIQUE("id"),
	CONSTRAINT "rate_limit_positive" CHECK ("rate_limit"."per_second" > 0 and "rate_limit"."burst" > 0),
	CONSTRAINT "rate_limit_names_its_subject" CHECK (("rate_limit"."kind" = 'key') = ("rate_limit"."api_key" is not null) and ("rate_limit"."kind" = 'country') = ("rate_limit"."country" is not null))
);
--> statement-breakpoint
ALTER TABLE "rate_limit" ADD CONSTRAINT "rate_limit_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_limit" ADD CONSTRAINT "rate_limit_api_key_api_key_number_fk" FOREIGN KEY ("api_key") REFERENCES "public"."api_key"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rate_limit_subject" ON "rate_limit" USING btree ("workspace","environment","kind",coalesce("api_key", 0),coalesce("country", ''));--> statement-breakpoint
CREATE INDEX "rate_limit_key" ON "rate_limit" USING btree ("api_key");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO signalbox_tenant;
--> statement-breakpoint
ALTER TABLE rate_limit ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON rate_limit TO signalbox_tenant
  USING (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]))
  WITH CHECK (workspace = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
--> statement-breakpoint
CREATE TRIGGER rate_limit_changed AFTER INSERT OR UPDATE OR DELETE ON rate_limit FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
