/** Starts an app, says so, and stops it on SIGTERM or SIGINT; a failed start is one sentence and exit code 1. */
export async function run(start: () => Promise<{ ready: string; stop: () => Promise<void> }>): Promise<void> {
  try {
    const { ready, stop } = await start();
    process.stdout.write(`${ready}\n`);
    const end = () => {
      setTimeout(() => process.exit(1), 2000).unref();
      void stop().then(() => process.exit(0));
    };
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
