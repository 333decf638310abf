import { faultOfAsking } from '@signalbox/channels/manifests';
import type { AskedService } from '@signalbox/contracts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';

/** Throws `request_invalid` for a service that cannot be asked as it is described, or stands where nothing may be asked. */
export function assertAskable(ctx: RequestContext, service: AskedService): void {
  const fault = faultOfAsking(service);
  if (fault !== null) throw refuseField(`service.${fault.field}`, 'not_allowed', fault.message);
  // A placeholder is no part of where the address leads.
  const why = ctx.services.judgeUrl(service.url.replace(/\{\{[^{}]*\}\}/g, '0'));
  if (why !== null) throw refuseField('service.url', 'not_allowed', why);
}
