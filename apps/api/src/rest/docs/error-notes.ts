import type { ErrorCode, FieldError } from '@signalbox/contracts';

/** What a page of the reference says of a refusal besides its row of the table. */
export interface ErrorNote {
  /** Where it comes from, as a rule. */
  causes: readonly string[];
  /** An answer as it looks: the sentence of `detail`, and the fields at fault. */
  example: { detail?: string; errors?: FieldError[]; headers?: Readonly<Record<string, string>> };
}

/** Causes and an example for every refusal. A code that is added does not compile until it is explained here. */
export const ERROR_NOTES: Readonly<Record<ErrorCode, ErrorNote>> = {
  request_invalid: {
    causes: [
      'A field is missing, has another type, or lies outside of its limits.',
      'A field is not known here, mostly for a typing mistake: unknown fields are refused, never dropped in silence.',
      'A number is not written in the international form, with `+` and the code of its country.',
    ],
    example: {
      errors: [
        {
          path: 'to',
          code: 'number_plus_missing',
          message: 'Write the number with + and the code of its country, such as +525512345678.',
        },
      ],
    },
  },
  json_invalid: {
    causes: [
      'The body ends too early, or has a comma or a quote too many.',
      'The body is not UTF-8.',
      'The body was sent as form fields under the type of JSON.',
    ],
    example: { detail: 'The text stops being JSON at character 42.' },
  },
  unauthenticated: {
    causes: [
      'The header Authorization is missing, or does not begin with `Bearer`.',
      'The key was copied with a letter missing, was revoked, or has expired.',
      'An access token is older than 15 minutes.',
    ],
    example: { detail: 'The API key has a typing mistake: its checksum does not fit. Copy it again.' },
  },
  forbidden: {
    causes: [
      'The key does not carry the permission of the call.',
      'The call came from an address that is not on the allow-list of the key.',
      'The role of a person in the console does not include it.',
      'The workspace has it approved by a second person: it is asked for in the console.',
    ],
    example: {
      detail:
        'This call needs the permission "messages:send", which this API key does not carry: use a key with that scope.',
    },
  },
  second_factor_required: {
    causes: [
      'An owner switched on that everybody of the organisation signs in with a second factor; this person has none yet, or this session was opened without it.',
      'Only the console answers this: keys and tokens of programs have no second factor.',
    ],
    example: {},
  },
  not_found: {
    causes: [
      'The id has a typing mistake.',
      'The thing belongs to the other environment: a sandbox key sees nothing of live.',
      'The thing was removed, or is older than the time it is kept.',
    ],
    example: {},
  },
  method_not_allowed: {
    causes: ['The path is right and the method is not, such as GET in place of POST.'],
    example: { headers: { Allow: 'POST, GET, HEAD' } },
  },
  idempotency_in_progress: {
    causes: ['A call was repeated before the first one was answered, mostly by a client that waits too shortly.'],
    example: { headers: { 'Retry-After': '1' } },
  },
  client_ref_taken: {
    causes: [
      'An order or event was sent twice with the same client_ref: the first message went out, this one did not.',
    ],
    example: {},
  },
  not_cancelable: {
    causes: [
      'The message was handed to a provider before the cancel came.',
      'The message is final: delivered, failed, expired, suppressed or canceled.',
      'The verification has ended: its code was typed, has expired or is barred, or it was blocked.',
    ],
    example: {},
  },
  conflict: {
    causes: [
      'Two people or programs changed the same thing at the same time, and this change was made on an older version.',
    ],
    example: {},
  },
  workspace_changed: {
    causes: [
      'The console was switched to another workspace in one tab, and this call came from another tab of the same browser.',
    ],
    example: {},
  },
  payload_too_large: {
    causes: ['The body is larger than 4 MiB: a batch with long mails, or a picture inside a mail.'],
    example: { detail: 'The body is larger than 4 MiB.' },
  },
  media_type_unsupported: {
    causes: ['Content-Type is missing, or says form fields.', 'The body is packed: Content-Encoding is not taken.'],
    example: { detail: 'The body must be sent without Content-Encoding.' },
  },
  idempotency_mismatch: {
    causes: [
      'A key is used for more than one request: it is fixed in the code, or made from something that does not change.',
      'A call was repeated with another body, such as a new time inside its text.',
    ],
    example: { detail: 'The key belongs to the request req_01kb1c9h2rf6ga6v0x4w8m3t5z.' },
  },
  rate_limited: {
    causes: [
      'More calls came in a second than the limit of the key or workspace lets pass.',
      'Codes were asked for or tried too often, for one person or from one address.',
    ],
    example: { headers: { 'Retry-After': '2', 'RateLimit-Limit': '50', 'RateLimit-Remaining': '0' } },
  },
  queue_overflow: {
    causes: ['More messages wait for the carriers than they can send before the messages expire.'],
    example: { headers: { 'Retry-After': '30' } },
  },
  internal: {
    causes: ['A fault of this installation. What was asked for may have been done or not.'],
    example: {},
  },
  overloaded: {
    causes: [
      'There is more work than room for it: what matters least is refused first.',
      'The database does not answer at this moment.',
      'A search would take too long.',
    ],
    example: { headers: { 'Retry-After': '2' } },
  },
};
