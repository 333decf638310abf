import smpp, { type Fields, type Pdu, type Session } from 'smpp';

/**
 * The npm package guesses texts, user data headers and dates while it reads; a carrier wants the bytes. Its filters are
 * switched off for this process: short_message and message_payload arrive as Buffers and leave as Buffers.
 */
for (const name of ['submit_sm', 'deliver_sm', 'data_sm', 'query_sm_resp', 'submit_multi', 'replace_sm']) {
  for (const field of Object.values(smpp.commands[name]?.params ?? {})) delete field.filter;
}
for (const field of Object.values(smpp.tlvs)) delete field.filter;

/** The package accepts a command_length below the header's 16 octets and then stays deaf; here it is an error like any other. */
const readLength = smpp.PDU.commandLength.bind(smpp.PDU);
smpp.PDU.commandLength = (stream) => {
  const length = readLength(stream);
  if (length !== false && length < 16) throw new Error(`PDU length ${length} is below 16`);
  return length;
};

/** The bytes of one PDU; a non-zero command_status leaves the body out, as SMPP 3.4 allows for error answers. */
export function encodePdu(command: string, fields: Fields): Buffer {
  return new smpp.PDU(command, fields).toBuffer();
}

export function listenSmpp(onSession: (session: Session) => void) {
  return smpp.createServer(onSession);
}

export type { Fields, Pdu, Session };
