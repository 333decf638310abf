import type { FieldError, TrafficClass } from '@signalbox/contracts';
import type { RequestContext } from '../context.ts';

/** The topic of a message or template, or null; what is wrong with it is added to the faults, with the topics there are. */
export function judgeTopic(
  { services, workspace }: RequestContext,
  { class: trafficClass, topic }: { class: TrafficClass; topic?: string | null | undefined },
  faults: FieldError[],
): string | null {
  if (topic == null) return null;
  const known = [...(services.config.current().topicsOf(workspace.number)?.keys() ?? [])];
  const fault = (code: string, message: string) => void faults.push({ path: 'topic', code, message });
  if (trafficClass !== 'marketing') {
    fault('not_allowed', 'Only marketing has a topic: leave it out, or send it in the class marketing.');
  } else if (!known.includes(topic)) {
    const cure =
      known.length === 0 ? 'there is none yet; add it with PUT /v1/topics/{key}' : `give one of ${known.join(', ')}`;
    fault('unknown', `There is no such topic: ${cure}.`);
  }
  return topic;
}
