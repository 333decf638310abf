/** Work that is done again and again as long as there is some, by one at a time. */
export interface Repeated {
  /** Sees to it that a step begins after this call. */
  ask(): void;
  /** Resolves when no step runs. */
  done(): Promise<void>;
}

/** Runs `step` until it says that it found nothing to do; a step that fails ends the run, which is begun anew when it is asked for. */
export function repeated(work: {
  step: () => Promise<boolean>;
  mayGoOn: () => boolean;
  trouble: (error: unknown) => void;
}): Repeated {
  let running: Promise<void> | undefined;
  let asked = false;
  async function run(): Promise<void> {
    try {
      do {
        asked = false;
        if (await work.step()) asked = true;
      } while (asked && work.mayGoOn());
    } catch (error) {
      work.trouble(error);
    }
    // In the same breath as the last look at `asked`: who asks after it begins a new run.
    running = undefined;
  }
  return {
    ask() {
      asked = true;
      running ??= run();
    },
    done: async () => running,
  };
}
