/**
 * Lets one piece of work run at a time: a call while it runs gets the run after it, which all such calls share. So whoever calls is answered by a
 * run that began after the call, no older run ends behind a newer one, and one that fails takes none of the next with it.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function start(): Promise<void> {
    const own: Promise<void> = work().finally(() => {
      if (running === own) running = undefined;
    });
    running = own;
    return own;
  }

  return () => {
    if (next !== undefined) return next;
    if (running === undefined) return start();
    next = running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}
