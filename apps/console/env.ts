/** What the console is told by its environment; read at run time, so one build serves every place. */
export interface ConsoleEnv {
  /** Where the api answers, as this process reaches it. */
  apiUrl: string;
  /** Sign-in to offer on the first page, only set by the demo. */
  demo: { email: string; password: string } | null;
  development: boolean;
}

/** Reads the environment; a wrong address throws one sentence that names the variable. */
export function readEnv(): ConsoleEnv {
  const apiUrl = (process.env.API_URL ?? 'http://127.0.0.1:4000').replace(/\/+$/, '');
  if (!URL.canParse(apiUrl)) throw new Error(`API_URL must be an http address, not "${apiUrl}".`);
  const email = process.env.CONSOLE_DEMO_EMAIL;
  const password = process.env.CONSOLE_DEMO_PASSWORD;
  return {
    apiUrl,
    demo: email !== undefined && password !== undefined ? { email, password } : null,
    development: process.env.NODE_ENV === 'development',
  };
}

/** The environment of a build: ours, and no word to anybody about it. */
export function readBuildEnv(): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
}
