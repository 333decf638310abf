import { tallyConversions } from '@signalbox/db';
import type { Services } from '../context.ts';

// The longest life of a code and ten minutes for receipts that are late (domain: conversion as a quality measure): nothing changes after.
const SETTLED_MS = 20 * 60_000;
// Most that one run counts: after a long rest the tally catches up in several.
const STEP_MS = 3_600_000;

/** Adds verifications whose time is over to the tally of conversions by hour, route and country; each is counted once, and its code is forgotten. */
export async function countConversions({ ctx }: { ctx: { services: Services } }): Promise<void> {
  const { database, world } = ctx.services;
  await database.sql.begin((tx) => tallyConversions(tx, world.nowMs() - SETTLED_MS, STEP_MS));
}
