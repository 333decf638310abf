import { createHmac } from 'node:crypto';

const TIMEOUT_MS = 10_000;
const RETRY_AFTER_MS = [1000, 5000, 25_000] as const;

export interface VendorReceipt {
  id: string;
  reference: string | null;
  status: string;
  error_code: string | null;
  at: string;
}

/**
 * Posts receipts to the customer: `x-courier-timestamp` (epoch seconds) and
 * `x-courier-signature: sha256=<hex HMAC-SHA256 of "<timestamp>.<body>">`. Anything but 2xx is tried again three times.
 */
export function createReceiptPoster(options: { secret: string; later: (ms: number, run: () => void) => void }) {
  const post = (url: string, body: string, answered: (status: number) => void, tries: number) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', options.secret).update(`${timestamp}.${body}`).digest('hex');
    const failed = () => {
      const waitMs = RETRY_AFTER_MS[tries];
      if (waitMs !== undefined) options.later(waitMs, () => post(url, body, answered, tries + 1));
    };
    fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'x-courier-timestamp': timestamp,
        'x-courier-signature': `sha256=${signature}`,
      },
      body,
    }).then(async (response) => {
      answered(response.status);
      await response.body?.cancel();
      if (!response.ok) failed();
    }, failed);
  };
  return (url: string, body: string, answered: (status: number) => void) => post(url, body, answered, 0);
}
