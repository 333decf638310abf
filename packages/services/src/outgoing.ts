/** One request to an address that somebody typed. */
export interface OutgoingRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
  signal?: AbortSignal;
}

/**
 * The way out for what a verb must ask of an address that somebody typed: the guarded client, which judges every address before it
 * connects and follows no redirect. It rejects with an error whose `stage` is `refused` or `connect` where no byte of the request left.
 */
export interface Outgoing {
  request(input: OutgoingRequest): Promise<{ status: number; headers: Readonly<Record<string, string>>; body: string }>;
}
