import { build } from 'esbuild';

// One file, so that the app runs with dist and its own node_modules alone. CommonJS packages inside it ask for `require`.
await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
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
