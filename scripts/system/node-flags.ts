/**
 * How node runs every program of the system. Batches of thousands of messages live for a moment: in the young generation node would choose
 * by itself they are copied several times each before they die. What does outlive it is collected when the heap has grown by half, not, as
 * node would, by several times what is alive: a file of a million people would leave a hundred megabytes of its own behind.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=32', '--heap-growing-percent=50'];
