import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** One bundle for node 24. CommonJS packages inside it still call require; pg's native half is optional and stays out. */
const { outputFiles } = await build({
  entryPoints: { main: 'src/main.ts' },
  outdir: 'dist',
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  external: ['pg-native'],
  logLevel: 'warning',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});

// Comments and patterns of packages hold letters beyond ASCII, for which V8 would keep all of the file at two bytes a letter: fifteen megabytes more.
const escaped = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

await mkdir('dist', { recursive: true });
for (const { path, text } of outputFiles) await writeFile(path, escaped(text));
