import type { FieldError } from '@signalbox/contracts';
import type { FormInstance } from 'antd';

/** The field of a form that a path of the request names. */
function fieldOf(path: string): (string | number)[] {
  if (path === 'service.price_micros') return ['price'];
  if (path === 'service.daily_micros') return ['daily'];
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Shows faults at the fields of a form that their paths name, behind `within` where the request wraps what the form holds, and goes to the first. */
export function showFaults<Values>(form: FormInstance<Values>, faults: readonly FieldError[], within = ''): void {
  const shown = faults.map(({ path, message }) => ({
    name: fieldOf(path.startsWith(within) ? path.slice(within.length) : path),
    errors: [message],
  }));
  form.setFields(shown as Parameters<typeof form.setFields>[0]);
  if (shown[0] !== undefined) form.scrollToField(shown[0].name as never, { focus: true });
}
