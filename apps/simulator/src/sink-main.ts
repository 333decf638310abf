import { readSinkEnv } from './env.ts';
import { serveHttp } from './listen.ts';
import { run } from './run.ts';
import { createSink } from './sink.ts';
import { createSinkControl } from './sink-control.ts';

await run(async () => {
  const settings = readSinkEnv();
  const sink = createSink({
    receipts: settings.receipts,
    latencyMs: settings.latencyMs,
    receiptDelayMs: settings.receiptDelayMs,
  });
  const http = await serveHttp(createSinkControl(sink), settings.httpPort, settings.host);
  const smppPort = await sink.listen(settings.smppPort, settings.host);
  const stop = async () => {
    await Promise.all([http.close(), sink.stop()]);
  };
  return { ready: `sink ready: SMPP ${smppPort}, stats http://${settings.host}:${http.port}/stats`, stop };
});
