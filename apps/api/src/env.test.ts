import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

const needed = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/signalbox', SIGNALBOX_MASTER_KEY: 'ab'.repeat(32) };

describe('the settings', () => {
  it('have defaults for all but the database and the master key', () => {
    expect(readEnv(needed)).toEqual({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4000',
      databaseUrl: needed.DATABASE_URL,
      masterKey: needed.SIGNALBOX_MASTER_KEY,
      consoleOrigins: ['http://127.0.0.1:3000', 'http://localhost:3000'],
      simulatorUrl: undefined,
      egressAllow: [],
      systemMail: undefined,
      region: 'local',
      trustedHops: 0,
      logLevel: 'info',
    });
  });

  it('take an empty value for not set, and addresses without their last slash', () => {
    const env = readEnv({
      ...needed,
      API_PORT: '',
      API_URL: 'https://api.example.com/',
      CONSOLE_URL: 'https://box.example.com/x',
    });
    expect(env).toMatchObject({
      port: 4000,
      publicUrl: 'https://api.example.com',
      consoleOrigins: ['https://box.example.com'],
    });
  });

  it.each([
    ['API_PORT', 'eighty'],
    ['API_PORT', '70000'],
    ['API_URL', 'ftp://example.com'],
    ['CONSOLE_URL', '127.0.0.1:3000'],
    ['SIMULATOR_URL', 'nowhere'],
    ['SIGNALBOX_REGION', 'Mars 1'],
    ['TRUSTED_HOPS', 'some'],
    ['SYSTEM_MAIL_FROM', 'nobody'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start with one sentence that names it and its value', (name, value) => {
    expect(() => readEnv({ ...needed, [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]*${value}[^\\n]*\\.$`));
  });

  it.each(['DATABASE_URL', 'SIGNALBOX_MASTER_KEY'])('%s must be set, and a wrong value is not repeated', (name) => {
    expect(() => readEnv({ ...needed, [name]: undefined })).toThrow(new RegExp(`^${name} must be set: `));
    const wrong = () => readEnv({ ...needed, [name]: 'mysql-hunter2' });
    expect(wrong).toThrow(new RegExp(`^${name} must `));
    expect(wrong).not.toThrow(/hunter2/);
  });

  it('send mails of the system by a server and a sender, and by neither alone', () => {
    const mail = {
      SYSTEM_MAIL_URL: 'smtp://u:hunter2@mail.example.com:587',
      SYSTEM_MAIL_FROM: 'Box <box@example.com>',
    };
    expect(readEnv({ ...needed, ...mail }).systemMail).toEqual({
      url: mail.SYSTEM_MAIL_URL,
      from: mail.SYSTEM_MAIL_FROM,
    });
    for (const alone of ['SYSTEM_MAIL_URL', 'SYSTEM_MAIL_FROM'] as const) {
      expect(() => readEnv({ ...needed, [alone]: mail[alone] })).toThrow(
        /^SYSTEM_MAIL_URL and SYSTEM_MAIL_FROM must be /,
      );
    }
    const wrong = () => readEnv({ ...needed, ...mail, SYSTEM_MAIL_URL: 'http://u:hunter2@mail.example.com' });
    expect(wrong).toThrow(/^SYSTEM_MAIL_URL must /);
    expect(wrong).not.toThrow(/hunter2/);
  });

  it('take a secret from the file a container platform mounts', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'signalbox-')), 'key');
    writeFileSync(file, `${'cd'.repeat(32)}\n`);
    const env = readEnv({ DATABASE_URL: needed.DATABASE_URL, SIGNALBOX_MASTER_KEY_FILE: file });
    expect(env.masterKey).toBe('cd'.repeat(32));
    expect(() => readEnv({ ...needed, DATABASE_URL: undefined, DATABASE_URL_FILE: '/no/such' })).toThrow(
      /DATABASE_URL_FILE/,
    );
  });
});
