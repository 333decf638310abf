DROP INDEX "event_problem";--> statement-breakpoint
CREATE INDEX "event_problem" ON "event" USING btree ("workspace","message_id") WHERE state not in ('sent', 'delivered');