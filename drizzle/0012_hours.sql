ALTER TABLE "region_config" ADD COLUMN "closed_dates" date[];--> statement-breakpoint
CREATE INDEX "event_release" ON "event" USING btree (((data->>'release_at_ms')::int8)) WHERE state = 'held';