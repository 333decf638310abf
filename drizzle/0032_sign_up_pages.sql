ALTER TABLE "opt_in_list" ADD COLUMN "sign_up_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "opt_in_list" ADD COLUMN "sign_up_hourly" integer DEFAULT 500 NOT NULL;