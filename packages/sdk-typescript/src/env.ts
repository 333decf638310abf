/** Settings of the client that the environment may carry. */
export function readEnvironment(): { apiKey: string | undefined; baseUrl: string | undefined } {
  return { apiKey: process.env.SIGNALBOX_API_KEY, baseUrl: process.env.SIGNALBOX_BASE_URL };
}
