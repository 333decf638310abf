/** The evidence of one step as the timeline carries it: plain values by snake_case name. */
export type StepEvidence = Readonly<Record<string, unknown>>;

/** A value of the evidence as text, or null when it is missing or empty. Objects are never printed. */
export function textOf(facts: StepEvidence, name: string): string | null {
  const value = facts[name];
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  return typeof value === 'boolean' ? String(value) : null;
}

/** A value of the evidence as a finite number, or null. */
export function numberOf(facts: StepEvidence, name: string): number | null {
  const value = facts[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** "1 part", "3 parts". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A duration in the largest unit that keeps it whole: "90 seconds", "5 minutes", "24 hours", "7 days". */
export function duration(seconds: number): string {
  if (seconds >= 172_800 && seconds % 86_400 === 0) return counted(seconds / 86_400, 'day');
  if (seconds >= 3600 && seconds % 3600 === 0) return counted(seconds / 3600, 'hour');
  if (seconds >= 60 && seconds % 60 === 0) return counted(seconds / 60, 'minute');
  return counted(Math.round(seconds * 10) / 10, 'second');
}
