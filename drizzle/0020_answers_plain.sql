-- A packet is written once, read hardly ever and gone after a day: compressing it costs as much processor time as all else of storing it,
-- to save a third of its room.
ALTER TABLE "idempotency_packet" ALTER COLUMN "answers" SET STORAGE EXTERNAL;
