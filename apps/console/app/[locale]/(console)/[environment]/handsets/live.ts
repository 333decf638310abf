/** What arrives is seen within a second. */
export const LIVE_MS = 800;
