import type { FormInstance } from 'antd';
import { problemOf } from '#data/problem.ts';

/** Shows what the api says of single fields at those fields; `under` is where they lie in the call. */
export function showFaults<Draft>(form: FormInstance<Draft>, error: unknown, under: string): void {
  form.setFields(
    problemOf(error).fields.map(({ path, message }) => ({
      name: path.replace(`${under}.`, '').split('.')[0] as never,
      errors: [message],
    })),
  );
}
