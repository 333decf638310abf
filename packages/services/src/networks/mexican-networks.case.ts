import { upsertNetworkPrefixes } from '@signalbox/db';
import type { Stage } from '../dispatch/testing.ts';
import { importPrices } from '../prices/import.ts';

/** Gives a stage, whose route is called carrier, two Mexican networks by range, a part to each at a price of its own: 0.02 USD to Telcel, 0.05 to AT&T. */
export async function setMexicanNetworks(stage: Stage): Promise<void> {
  const range = { workspace: stage.ctx.workspace.number, country: 'MX', sample: false };
  await upsertNetworkPrefixes(stage.services.database.sql, [
    { ...range, prefix: '5255', network: '334020', name: 'Telcel' },
    { ...range, prefix: '5281', network: '334050', name: 'AT&T' },
  ]);
  await stage.services.tariffs.refresh();
  const csv = 'route,country,network,price,currency\ncarrier,MX,334020,0.02,USD\ncarrier,MX,334050,0.05,USD\n';
  const plain = {
    file_name: '',
    route_id: null,
    currency: null,
    whole_list: false,
    dry_run: false,
    skip_faulty: false,
  };
  await importPrices({ ctx: stage.ctx, input: { csv, ...plain } });
}
