import type { AddImportPartRequest, ImportView } from '@signalbox/contracts';

// Small enough that the bar moves, and that one lost call costs little.
const PART_BYTES = 1024 * 1024;

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Sends a file part by part, holding one at a time; `onShare` hears how much of it is there, from 0 to 1. */
export async function uploadFile(
  file: Blob,
  send: (part: AddImportPartRequest) => Promise<ImportView>,
  onShare: (share: number) => void,
): Promise<void> {
  for (let at = 0; at < file.size; at += PART_BYTES) {
    await send({ at, data: await base64Of(file.slice(at, at + PART_BYTES)) });
    onShare(Math.min(1, (at + PART_BYTES) / file.size));
  }
}
