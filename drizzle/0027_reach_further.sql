ALTER TABLE "orphan_receipt" ADD COLUMN "network" text;
