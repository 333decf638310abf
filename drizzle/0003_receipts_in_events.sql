ALTER TABLE "event" ADD COLUMN "verdict" "receipt_verdict";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "raw" text;--> statement-breakpoint
ALTER TABLE "idempotency" DROP CONSTRAINT "idempotency_workspace_environment_route_key_pk";--> statement-breakpoint
ALTER TABLE "idempotency" ADD COLUMN "id" uuid;--> statement-breakpoint
-- The same digest as the api makes of a call, so that a repeat across the change still finds its answer.
UPDATE "idempotency" SET "id" = overlay(overlay(
  left(encode(sha256(convert_to(workspace || ' ' || environment || ' ' || route || ' ' || key, 'UTF8')), 'hex'), 32)
  placing '8' from 13) placing 'a' from 17)::uuid;--> statement-breakpoint
ALTER TABLE "idempotency" ALTER COLUMN "id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency" ADD PRIMARY KEY ("id");--> statement-breakpoint
-- Answers are read back whole and seldom: squeezing each of them costs more processor time than storing the whole message it answers.
ALTER TABLE "idempotency" ALTER COLUMN "body" SET STORAGE EXTERNAL;
