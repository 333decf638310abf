ALTER TABLE "route_signal" ADD COLUMN "hasty" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "route_signal" ADD COLUMN "hasty_converted" integer DEFAULT 0 NOT NULL;
