/** How the text of a file may be written down. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What no text begins with, and what to do with a file that does. */
const NO_TEXT: readonly { bytes: readonly number[]; message: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    message: 'This is a ZIP file or a workbook (.xlsx), not CSV: unpack it, or save the sheet as CSV UTF-8.',
  },
  { bytes: [0x1f, 0x8b], message: 'This is a file packed with gzip: unpack it first.' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], message: 'This is an old workbook (.xls): save the sheet as CSV UTF-8.' },
  { bytes: [0x25, 0x50, 0x44, 0x46], message: 'This is a PDF: the file must be CSV.' },
];

const MARKS: Readonly<Record<FileEncoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  'windows-1252': [],
};

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, index) => bytes[index] === byte);

/**
 * The encoding of a text by its first bytes: by its mark, by the zeros of UTF-16, or by whether it is UTF-8 at all; what is not was written by a
 * spreadsheet of the West. A sentence with the cure for what is no text.
 */
export function guessEncoding(
  bytes: Uint8Array,
): { ok: true; encoding: FileEncoding } | { ok: false; message: string } {
  const other = NO_TEXT.find((kind) => begins(bytes, kind.bytes));
  if (other !== undefined) return { ok: false, message: other.message };
  if (begins(bytes, MARKS['utf-16le'])) return { ok: true, encoding: 'utf-16le' };
  if (begins(bytes, MARKS['utf-16be'])) return { ok: true, encoding: 'utf-16be' };
  if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0) return { ok: true, encoding: 'utf-16le' };
  if (bytes.length > 1 && bytes[0] === 0 && bytes[1] !== 0) return { ok: true, encoding: 'utf-16be' };
  try {
    // Streaming: a character may be cut where the part ends.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return { ok: true, encoding: 'utf-8' };
  } catch {
    return { ok: true, encoding: 'windows-1252' };
  }
}

/** A file without the mark its encoding may begin with, which is no part of the first cell. */
export function withoutMark(bytes: Uint8Array, encoding: FileEncoding): Uint8Array {
  const mark = MARKS[encoding];
  return begins(bytes, mark) ? bytes.subarray(mark.length) : bytes;
}

/** The bytes of a text as a watch for ASCII signs sees them: of UTF-16 each unit becomes one byte, what is not ASCII a plain letter. */
export function asAsciiBytes(bytes: Uint8Array, encoding: FileEncoding): Uint8Array {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return bytes;
  const low = encoding === 'utf-16le' ? 0 : 1;
  const units = new Uint8Array(Math.floor(bytes.length / 2));
  for (let index = 0; index < units.length; index += 1) {
    const isAscii = bytes[2 * index + (1 - low)] === 0;
    units[index] = isAscii ? (bytes[2 * index + low] ?? 0x78) : 0x78;
  }
  return units;
}
