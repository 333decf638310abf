ALTER TYPE "public"."channel" ADD VALUE 'voice';--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "locale" text;
