/**
 * How node runs every program of the system. Batches of thousands of messages live for a moment: in the young generation node would choose
 * by itself they are copied several times each before they die.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=32'];
