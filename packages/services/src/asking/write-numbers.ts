import { askNumbers } from '@signalbox/channels/manifests';
import type { AskedService } from '@signalbox/contracts';
import type { Asked } from './asker.ts';

/** How a service that is described by configuration is asked for numbers or mail addresses. */
export const writeNumbers =
  (service: AskedService): Asked<unknown>['write'] =>
  (addresses, secret) => {
    const { url, method, headers, body } = askNumbers(service, secret, addresses);
    return { url, method: method === 'GET' ? 'GET' : 'POST', headers, ...(body === undefined ? {} : { body }) };
  };
