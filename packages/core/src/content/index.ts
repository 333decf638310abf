export { type ForcingCharacter, replaceForcing } from './forcing.ts';
export { GSM7_BASIC, GSM7_EXTENSION } from './gsm7.ts';
export { countParts, PART_UNITS, type SegmentedText, segmentText, splitParts } from './segment.ts';
