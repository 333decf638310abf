import type { SenderForm, SuccessContext } from '@signalbox/contracts';

/** A feature of a submission: its name and its value. */
export type Feature = readonly [name: string, value: number];

// A short number has up to eight digits, as operators give them out.
const SHORT_DIGITS = 8;
const NUMBER = /^\+?\d+$/;
const PARTS_MOST = 3;
// What is said of every route, and of a route everywhere, is likelier to matter than what only one of them has somewhere or at some hour.
const ALONE = 1;
const TOGETHER = 4;
const TWO_THINGS = /^route \S+ |(wave|shift)$/;

/** The form of a sender; nothing but a number is a number. */
export function senderFormOf(sender: string | null): SenderForm {
  if (sender === null || sender === '') return 'none';
  if (!NUMBER.test(sender)) return 'name';
  return sender.startsWith('+') || sender.length > SHORT_DIGITS ? 'long' : 'short';
}

/** How sure it is beforehand that a feature adds nothing: one over a variance of what it adds to the logit. */
export const priorOf = (name: string): number => (TWO_THINGS.test(name) ? TOGETHER : ALONE);

/** Parts as the model tells them apart. */
export const partsClassOf = (parts: number | null): number => Math.min(PARTS_MOST, Math.max(1, parts ?? 1));

// The sine at the hours 0 to 6 of a day, times the square root of two: mean 0 and variance 1 over the day. Written out, since Math.sin leaves its last bits to the engine.
const SINE = [0, 0.36602540378443865, Math.SQRT1_2, 1, 1.224744871391589, 1.3660254037844386, Math.SQRT2];
const sineAt = (hour: number): number => {
  const at = hour % 24;
  if (at > 12) return -sineAt(at - 12);
  return SINE[at > 6 ? 12 - at : at] as number;
};

/**
 * What the model knows of a submission: each circumstance by itself, and each together with the route, since what tells routes apart is what moves traffic. Names are the dictionary of the
 * model: one that it has not met adds nothing. The hour is two waves of a day, standardised.
 */
export function featuresOf(context: SuccessContext): Feature[] {
  const { route, class: trafficClass, country, network, parts, sender, hour } = context;
  const places = [`class ${trafficClass}`, `country ${country}`];
  if (network !== '') places.push(`network ${network}`);
  if (parts > 1) places.push(`parts ${parts}`);
  if (sender !== 'none') places.push(`sender ${sender}`);
  const own = `route ${route}`;
  const features: Feature[] = [[own, 1]];
  for (const place of places) features.push([place, 1], [`${own} ${place}`, 1]);
  const wave = sineAt(hour);
  const shift = sineAt(hour + 6);
  for (const whose of [`country ${country}`, own]) features.push([`${whose} wave`, wave], [`${whose} shift`, shift]);
  return features;
}
