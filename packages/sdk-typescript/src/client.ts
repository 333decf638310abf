import { readEnvironment } from './env.ts';
import { SignalboxError } from './errors.ts';
import { Resources } from './generated/resources.ts';
import { Transport } from './transport.ts';

/** How a client finds its api. */
export interface SignalboxOptions {
  /** Without it, SIGNALBOX_API_KEY. */
  apiKey?: string;
  /** Origin of your api: `https://messages.example.com`. Without it, SIGNALBOX_BASE_URL. */
  baseUrl?: string;
  /** How long one try may take, in milliseconds; 30 000 when absent. */
  timeoutMs?: number;
  /** What to call instead of the global fetch, for a proxy or a test. */
  fetch?: typeof fetch;
}

/** The public API of Signalbox. One client serves a whole program: it keeps connections and counts its retries. */
export class Signalbox extends Resources {
  constructor(options: SignalboxOptions = {}) {
    const environment = readEnvironment();
    const apiKey = options.apiKey ?? environment.apiKey;
    const baseUrl = options.baseUrl ?? environment.baseUrl;
    if (!apiKey) throw new SignalboxError('There is no API key: give apiKey, or set SIGNALBOX_API_KEY.');
    if (!baseUrl || !/^https?:\/\/[^/]/.test(baseUrl)) {
      throw new SignalboxError(
        'There is no address of the api: give baseUrl, or set SIGNALBOX_BASE_URL, such as https://messages.example.com.',
      );
    }
    super(
      new Transport({
        apiKey,
        baseUrl: baseUrl.replace(/\/+$/, ''),
        timeoutMs: options.timeoutMs ?? 30_000,
        fetch: options.fetch ?? fetch,
      }),
    );
  }
}
