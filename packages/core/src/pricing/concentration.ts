/** What one supplier carried to a country in the window that is looked at. */
export interface ShareCount {
  /** Internal number of the provider. */
  provider: number;
  messages: number;
}

/** The share of one supplier, in millionths, and whether it is full: the next message would pass its limit. */
export interface Concentration extends ShareCount {
  ppm: number;
  full: boolean;
}

/** The suppliers of a country. `index` is Herfindahl and Hirschman's: the sum of squared shares in percent, 10,000 when one carries all. */
export interface ConcentrationReport {
  messages: number;
  index: number;
  rows: readonly Concentration[];
}

/** A window with fewer messages is over no limit: its first message would be all of it. */
const MESSAGES_MIN = 100;

/** How much of the traffic to a country depends on each supplier, largest first. */
export function reportConcentration(counts: readonly ShareCount[], limitPermille: number | null): ConcentrationReport {
  const messages = counts.reduce((sum, { messages: own }) => sum + own, 0);
  const rows = counts
    .map((count): Concentration => {
      const ppm = messages === 0 ? 0 : Math.round((count.messages * 1_000_000) / messages);
      const full = limitPermille !== null && messages >= MESSAGES_MIN && ppm >= limitPermille * 1000;
      return { ...count, ppm, full };
    })
    .sort((a, b) => b.ppm - a.ppm || a.provider - b.provider);
  const index = Math.round(rows.reduce((sum, { ppm }) => sum + (ppm / 10_000) ** 2, 0));
  return { messages, index, rows };
}
