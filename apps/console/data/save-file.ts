/** Has the browser save a file of these pieces of text. */
export function saveFile(name: string, type: string, pieces: string[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(pieces, { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The same of a value, as JSON. */
export const saveJson = (name: string, value: unknown): void =>
  saveFile(`${name}.json`, 'application/json', [`${JSON.stringify(value, null, 2)}\n`]);
