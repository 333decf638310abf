CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"recent_codes" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "two_factor_user" ON "two_factor" USING btree ("user_id");--> statement-breakpoint
-- Whatever was opened with the old password or the old factor ends in the transaction that changes it, whoever changes it: sessions, a
-- sign-in that waits for its second factor, and links that reset the password (their rows carry the person as their value).
CREATE FUNCTION end_sessions_of(person text) RETURNS void LANGUAGE sql AS $$
  DELETE FROM session WHERE user_id = person;
  DELETE FROM verification WHERE value = person;
$$;--> statement-breakpoint
CREATE FUNCTION password_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM end_sessions_of(NEW.user_id);
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE FUNCTION second_factor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM end_sessions_of(NEW.id);
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER password_changed AFTER UPDATE OF password ON account
  FOR EACH ROW WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION password_changed();--> statement-breakpoint
CREATE TRIGGER second_factor_changed AFTER UPDATE OF two_factor_enabled ON "user"
  FOR EACH ROW WHEN (OLD.two_factor_enabled IS DISTINCT FROM NEW.two_factor_enabled) EXECUTE FUNCTION second_factor_changed();
