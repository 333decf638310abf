/** An address or a sender that cannot be used: a stable code, and a sentence that names the cure. */
export interface Refusal<Code extends string> {
  ok: false;
  code: Code;
  message: string;
}

/** Builds a refusal. */
export function refuse<Code extends string>(code: Code, message: string): Refusal<Code> {
  return { ok: false, code, message };
}
