import { build } from 'esbuild';

/**
 * Two bundles for node 24. `smpp` stays outside: it assigns an undeclared variable while it reads, which throws in the
 * strict mode of an ES module bundle. CommonJS packages inside the bundle still call require.
 */
await build({
  entryPoints: { main: 'src/main.ts', sink: 'src/sink-main.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  external: ['smpp'],
  logLevel: 'warning',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
