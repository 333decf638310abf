import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../env.ts';
import { emitClients } from './emit.ts';
import { findGenerated } from './find-generated.ts';

// Writes the generated part of the four clients anew. A test fails while it differs from what the document says.
for (const file of findGenerated()) rmSync(join(root, file));
for (const [file, text] of emitClients()) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
