import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readBuildEnv } from './env.ts';

const here = import.meta.dirname;
const at = (...parts: string[]): string => path.join(here, ...parts);

// Types that `next dev` left of pages deleted since would fail the build.
rmSync(at('.next', 'dev'), { recursive: true, force: true });
execFileSync(process.execPath, [at('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
  cwd: here,
  stdio: 'inherit',
  env: readBuildEnv(),
});

// The standalone server serves these beside itself, but the build does not put them there.
const standalone = at('.next', 'standalone', 'apps', 'console');
cpSync(at('.next', 'static'), path.join(standalone, '.next', 'static'), { recursive: true });
if (existsSync(at('public'))) cpSync(at('public'), path.join(standalone, 'public'), { recursive: true });
