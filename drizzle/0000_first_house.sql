CREATE TYPE "public"."channel" AS ENUM('sms', 'email');--> statement-breakpoint
CREATE TYPE "public"."consent_state" AS ENUM('granted', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."environment" AS ENUM('live', 'sandbox');--> statement-breakpoint
CREATE TYPE "public"."message_state" AS ENUM('accepted', 'scheduled', 'held', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'expired', 'unknown', 'suppressed', 'canceled');--> statement-breakpoint
CREATE TYPE "public"."protocol" AS ENUM('smpp', 'smtp', 'http', 'loopback');--> statement-breakpoint
CREATE TYPE "public"."receipt_verdict" AS ENUM('enroute', 'delivered', 'undelivered', 'expired', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."traffic_class" AS ENUM('otp', 'transactional', 'marketing');--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_key_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"user_id" text NOT NULL,
	"workspace" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_user_id_workspace_pk" PRIMARY KEY("user_id","workspace")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workspace_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"message_id" uuid NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"plan" bigint,
	"workspace" integer NOT NULL,
	"route" integer,
	"worker" integer,
	"n" smallint NOT NULL,
	"facts" jsonb,
	CONSTRAINT "attempt_message_id_n_pk" PRIMARY KEY("message_id","n")
) PARTITION BY RANGE ("message_id");
--> statement-breakpoint
CREATE TABLE "client_ref" (
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"ref" text NOT NULL,
	"message_id" uuid NOT NULL,
	CONSTRAINT "client_ref_workspace_environment_ref_pk" PRIMARY KEY("workspace","environment","ref")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"message_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"state" "message_state" NOT NULL,
	"seq" smallint NOT NULL,
	"attempt" smallint NOT NULL,
	"late" boolean NOT NULL,
	"ref" text,
	"reason" text,
	"verdict" "receipt_verdict",
	"receipt_id" uuid,
	"raw" text,
	"data" jsonb,
	-- A message mostly gets two events, the second seconds after the first: the entries of the first leave the room for it in
	-- their page, so that no page is split and every page ends up full.
	CONSTRAINT "event_message_id_seq_pk" PRIMARY KEY("message_id","seq") WITH (fillfactor = 48)
) PARTITION BY RANGE ("message_id");
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"status" smallint NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"request_id" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"send_at" timestamp with time zone,
	"max_price_micros" bigint,
	"workspace" integer NOT NULL,
	"api_key" integer,
	"environment" "environment" NOT NULL,
	"class" "traffic_class" NOT NULL,
	"channel" "channel" NOT NULL,
	"parts" smallint,
	"max_price_currency" text,
	"country" text,
	"address" text NOT NULL,
	"sender" text,
	"subject" text,
	"body" text,
	"html" text,
	"client_ref" text,
	"metadata" jsonb,
	CONSTRAINT "message_workspace_id_pk" PRIMARY KEY("workspace","id")
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "orphan_receipt" (
	"receipt_id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"verdict" "receipt_verdict" NOT NULL,
	"ref" text NOT NULL,
	"reason" text,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "part_ref" (
	"message_id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"attempt" smallint NOT NULL,
	"part" smallint NOT NULL,
	"verdict" "receipt_verdict",
	"ref" text NOT NULL,
	"reason" text,
	CONSTRAINT "part_ref_message_id_attempt_part_pk" PRIMARY KEY("message_id","attempt","part")
) PARTITION BY RANGE ("message_id");
--> statement-breakpoint
CREATE TABLE "receipt" (
	"id" uuid NOT NULL,
	"provider" integer NOT NULL,
	"workspace" integer NOT NULL,
	"verdict" "receipt_verdict" NOT NULL,
	"raw" text NOT NULL,
	CONSTRAINT "receipt_id_pk" PRIMARY KEY("id")
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"provider" integer NOT NULL,
	"from_address" text NOT NULL,
	"to_address" text NOT NULL,
	"body" text NOT NULL,
	"raw" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sweep_mark" (
	"name" text PRIMARY KEY NOT NULL,
	"reached" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"hour" timestamp with time zone NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"class" "traffic_class" NOT NULL,
	"country" text NOT NULL,
	"state" "message_state" NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "tally_workspace_environment_hour_channel_class_country_state_pk" PRIMARY KEY("workspace","environment","hour","channel","class","country","state")
);
--> statement-breakpoint
CREATE TABLE "worker_lease" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "worker_lease_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"renewed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cap_counter" (
	"rule" integer NOT NULL,
	"address" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "cap_counter_rule_address_window_start_pk" PRIMARY KEY("rule","address","window_start")
);
--> statement-breakpoint
CREATE TABLE "cap_rule" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cap_rule_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"classes" "traffic_class"[] NOT NULL,
	"limit" integer NOT NULL,
	"window_seconds" integer NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	CONSTRAINT "cap_rule_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"address" text NOT NULL,
	"state" "consent_state" NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppression" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"channel" "channel" NOT NULL,
	"address" text NOT NULL,
	"classes" "traffic_class"[] NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "config_version" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connection_report" (
	"provider" integer NOT NULL,
	"worker" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"up" boolean NOT NULL,
	"connections" jsonb NOT NULL,
	CONSTRAINT "connection_report_provider_worker_pk" PRIMARY KEY("provider","worker")
);
--> statement-breakpoint
CREATE TABLE "provider" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "provider_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"name" text NOT NULL,
	"protocol" "protocol" NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"settings" jsonb NOT NULL,
	"secrets" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "route" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "route_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"workspace" integer NOT NULL,
	"environment" "environment" NOT NULL,
	"provider" integer NOT NULL,
	"name" text NOT NULL,
	"channel" "channel" NOT NULL,
	"countries" text[] NOT NULL,
	"prefixes" text[] NOT NULL,
	"classes" "traffic_class"[] NOT NULL,
	"tier" smallint NOT NULL,
	"weight" smallint NOT NULL,
	"price_micros" bigint NOT NULL,
	"currency" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "route_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "routing_plan" (
	"workspace" integer NOT NULL,
	"key" bigint NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "routing_plan_workspace_key_pk" PRIMARY KEY("workspace","key")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orphan_receipt" ADD CONSTRAINT "orphan_receipt_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD CONSTRAINT "cap_rule_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_report" ADD CONSTRAINT "connection_report_provider_provider_number_fk" FOREIGN KEY ("provider") REFERENCES "public"."provider"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route" ADD CONSTRAINT "route_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route" ADD CONSTRAINT "route_provider_provider_number_fk" FOREIGN KEY ("provider") REFERENCES "public"."provider"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_plan" ADD CONSTRAINT "routing_plan_workspace_workspace_number_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_prefix" ON "api_key" USING btree ("prefix");--> statement-breakpoint
CREATE INDEX "api_key_workspace" ON "api_key" USING btree ("workspace");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "event_ref" ON "event" USING btree ("ref") WHERE ref is not null;--> statement-breakpoint
CREATE INDEX "event_problem" ON "event" USING btree ("workspace","state","message_id") WHERE state not in ('sent', 'delivered');--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "orphan_receipt_ref" ON "orphan_receipt" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "part_ref_ref" ON "part_ref" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "reply_from" ON "reply" USING btree ("workspace","from_address");--> statement-breakpoint
CREATE INDEX "consent_address" ON "consent" USING btree ("workspace","environment","channel","address","at");--> statement-breakpoint
CREATE UNIQUE INDEX "suppression_address" ON "suppression" USING btree ("workspace","environment","channel","address");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_name" ON "provider" USING btree ("workspace","environment",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "route_name" ON "route" USING btree ("workspace","environment",lower("name"));