import type { SignalSettings } from '@signalbox/contracts';

/** What was counted at one level of a route: all its traffic, a country, a network, a cell. `parent` is the key of the level above. */
export interface Believed {
  level: 'route' | 'country' | 'network' | 'cell';
  parent: string;
  hits: number;
  trials: number;
}

/** What the figures above a level weigh against its own, in submissions. */
export type Strengths = Readonly<Record<Believed['level'], number>>;

/**
 * How much the parts of a level lean on their whole, learned from how alike they are over all routes: where networks of a country hardly differ, a network is judged by
 * the country for long; where they differ, its own figures soon count alone (empirical Bayes for proportions by the method of moments: Kleinman 1973). With too
 * little to compare, the least strength of the settings.
 */
export function learnStrengths(books: readonly ReadonlyMap<string, Believed>[], settings: SignalSettings): Strengths {
  const strengthOf = (level: Believed['level']): number => {
    let surplus = 0;
    let room = 0;
    let chance = 0;
    let weight = 0;
    for (const book of books) {
      const parts = [...book.values()].filter((one) => one.level === level && one.trials > 0);
      for (const siblings of Map.groupBy(parts, (one) => one.parent).values()) {
        if (siblings.length < 2) continue;
        const trials = siblings.reduce((sum, one) => sum + one.trials, 0);
        const mean = siblings.reduce((sum, one) => sum + one.hits, 0) / trials;
        const spread = siblings.reduce((sum, one) => sum + one.trials * (one.hits / one.trials - mean) ** 2, 0);
        surplus += spread - (siblings.length - 1) * mean * (1 - mean);
        room += trials - siblings.reduce((sum, one) => sum + one.trials ** 2, 0) / trials;
        chance += trials * mean * (1 - mean);
        weight += trials;
      }
    }
    if (weight < settings.thinBelow || room <= 0) return settings.backingStrength;
    const between = surplus / room;
    if (between <= 0) return settings.backingStrengthMost;
    const strength = chance / weight / between - 1;
    return Math.min(settings.backingStrengthMost, Math.max(settings.backingStrength, strength));
  };
  return {
    route: settings.priorStrength,
    country: strengthOf('country'),
    network: strengthOf('network'),
    cell: strengthOf('cell'),
  };
}
