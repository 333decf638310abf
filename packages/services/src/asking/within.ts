/** Waits for work, but no longer than so many milliseconds. */
export async function within(waitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, waitMs));
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
