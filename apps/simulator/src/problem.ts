import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

const titles: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  422: 'Not usable',
  500: 'Internal error',
};

export interface FieldError {
  field: string;
  message: string;
}

/** An RFC 9457 answer that names the field and what to do. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  errors: FieldError[] = [],
) {
  const body = { type: 'about:blank', title: titles[status] ?? 'Error', status, code, detail, errors };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** What zod found, by field path. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ field: path.map(String).join('.') || 'body', message: issue.message }));
  });
}
