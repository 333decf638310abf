CREATE TYPE "public"."sign_in_method" AS ENUM('password', 'code', 'passkey', 'single_sign_on');--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"is_backed_up" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "single_sign_on" (
	"organisation" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_secret" text NOT NULL,
	"domains" text[] NOT NULL,
	"is_enabled" boolean NOT NULL,
	"proves_second_factor" boolean NOT NULL,
	"joins" integer,
	"joins_as" "member_role",
	"role_claim" text,
	"claimed_roles" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "requires_second_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "method" "sign_in_method" DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "second_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "organisation" integer;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "single_sign_on" ADD CONSTRAINT "single_sign_on_organisation_organisation_number_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "single_sign_on" ADD CONSTRAINT "single_sign_on_joins_workspace_number_fk" FOREIGN KEY ("joins") REFERENCES "public"."workspace"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passkey_user" ON "passkey" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_organisation_organisation_number_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_organisation" ON "session" USING btree ("organisation");--> statement-breakpoint
-- Whoever has an authenticator has typed a code of it in every session that is open now.
UPDATE session SET method = 'code', second_factor = true FROM "user" u WHERE u.id = session.user_id AND u.two_factor_enabled;--> statement-breakpoint
-- As with a password: whatever was opened before a passkey came or went ends in the transaction that changes it.
CREATE FUNCTION passkeys_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM end_sessions_of(COALESCE(NEW.user_id, OLD.user_id));
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER passkeys_changed AFTER INSERT OR DELETE ON passkey FOR EACH ROW EXECUTE FUNCTION passkeys_changed();
