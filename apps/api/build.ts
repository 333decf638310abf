import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

// One file, so that the app runs with dist and its own node_modules alone. CommonJS packages inside it ask for `require`.
const { outputFiles } = await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Readers of settings files ask for it where there is one; here none is read.
  external: ['pg-native', 'typescript'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

// Comments and patterns of packages hold letters beyond ASCII, for which V8 would keep all of the file at two bytes a letter: fifteen megabytes more.
const escaped = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

await mkdir('dist', { recursive: true });
for (const { path, text } of outputFiles) await writeFile(path, escaped(text));
