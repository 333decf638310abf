ALTER TYPE "public"."person_request_kind" ADD VALUE 'rectification';--> statement-breakpoint
ALTER TABLE "person_request" ADD COLUMN "changes" jsonb;