ALTER TABLE "workspace" ADD COLUMN "links" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "link_domains" text[] DEFAULT '{}' NOT NULL;
