/** Colours of neighbouring shares; names and numbers stand beside them. */
const SHARE_TONES = ['info', 'good', 'doubt', 'waiting', 'warn', 'blocked', 'neutral', 'bad'] as const;

/** The tone of the share at a place, the first again after the last. */
export const toneAt = (index: number) => SHARE_TONES[index % SHARE_TONES.length] ?? 'neutral';
