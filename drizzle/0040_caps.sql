CREATE TYPE "public"."calendar_unit" AS ENUM('day', 'week', 'month');--> statement-breakpoint
CREATE TYPE "public"."over_cap" AS ENUM('drop', 'defer');--> statement-breakpoint
ALTER TABLE "rolling_cap" ALTER COLUMN "limit" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ALTER COLUMN "limit" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ALTER COLUMN "window_seconds" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rolling_cap" ADD COLUMN "counts_from_ms" bigint;--> statement-breakpoint
ALTER TABLE "rolling_cap" ADD COLUMN "gap_from_ms" bigint;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "name" text DEFAULT 'Frequency cap' NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ALTER COLUMN "name" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "channels" "channel"[];--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "also_counts" "traffic_class"[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "calendar" "calendar_unit";--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "min_gap_seconds" integer;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "scope" jsonb DEFAULT '{"templates":[],"metadata":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "kept" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "kept_for" jsonb DEFAULT '{"templates":[],"metadata":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "over_limit" "over_cap" DEFAULT 'drop' NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "cap_rule" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "rolling_cap" DROP COLUMN "window_seconds";--> statement-breakpoint
-- What follows is hand-written: caps keep their channel, and counters go on as instants. Of what was counted in a window that is still open the
-- instants are not known: it counts as if it had come now, so that nobody gets more than a cap allows.
UPDATE cap_rule SET channels = ARRAY[channel];
--> statement-breakpoint
INSERT INTO rolling_cap (workspace, environment, rule, subject, "limit", taken, ends_at)
SELECT r.workspace, r.environment, 'cap/' || r.id, c.address, r."limit",
  array_fill((extract(epoch FROM now()) * 1000)::int8, ARRAY[least(c.used, 1000)]), now() + make_interval(secs => r.window_seconds)
FROM cap_counter c JOIN cap_rule r ON r.number = c.rule
WHERE c.used > 0 AND c.window_start + make_interval(secs => r.window_seconds) > now()
ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO rolling_cap (workspace, environment, rule, subject, "limit", taken, ends_at)
SELECT r.workspace, e.environment, 'country/' || r.country, c.address, r.marketing_per_day,
  array_fill((extract(epoch FROM now()) * 1000)::int8, ARRAY[least(c.used, 1000)]), now() + interval '1 day'
FROM cap_counter c JOIN region_config r ON r.number = -c.rule CROSS JOIN unnest(enum_range(NULL::environment)) e(environment)
WHERE c.used > 0 AND c.window_start + interval '1 day' > now()
ON CONFLICT DO NOTHING;
--> statement-breakpoint
ALTER TABLE "cap_rule" DROP COLUMN "channel";
--> statement-breakpoint
DROP TABLE "cap_counter" CASCADE;
