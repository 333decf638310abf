/** An instant as answers write it (RFC 3339, UTC); null stays null. */
export const instantText = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
