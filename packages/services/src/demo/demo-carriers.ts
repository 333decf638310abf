import { COURIER_PRESET } from '@signalbox/channels/manifests';
import type { Channel, Environment, Protocol, TrafficClass } from '@signalbox/contracts';

/** Where the virtual carriers of this start listen. */
export interface DemoSimulator {
  host: string;
  port: number;
  smppPort: number;
  smtpPort: number;
  vendorPort: number;
}

/** A provider of the demo. The accounts are those of the simulator's carriers, public on purpose. */
export interface DemoProvider {
  name: string;
  environment: Environment;
  protocol: Protocol;
  settings: (simulator: DemoSimulator, callbackUrl: string) => Record<string, unknown>;
}

const smpp = (systemId: string, password: string, more: Record<string, unknown> = {}): DemoProvider['settings'] => {
  return ({ host, smppPort }) => ({
    host,
    port: smppPort,
    system_id: systemId,
    password,
    window: 100,
    submits_per_second: 2000,
    default_from: 'Signalbox',
    ...more,
  });
};

/** The providers of the demo, in the order they are made. */
export const DEMO_PROVIDERS: readonly DemoProvider[] = [
  { name: 'Aurora direct', environment: 'live', protocol: 'smpp', settings: smpp('aurora', 'secret01') },
  {
    name: 'Borealis aggregator',
    environment: 'live',
    protocol: 'smpp',
    settings: smpp('borealis', 'secret02', { message_id_response: 'hex', message_id_receipt: 'decimal' }),
  },
  { name: 'Cascade backup', environment: 'live', protocol: 'smpp', settings: smpp('cascade', 'secret03') },
  {
    name: 'Courier HTTP',
    environment: 'live',
    protocol: 'http',
    settings: ({ host, vendorPort }, callbackUrl) => ({
      ...COURIER_PRESET,
      base_url: `http://${host}:${vendorPort}`,
      auth_secret: 'courier-token-01',
      signature_secret: 'courier-signing-secret-01',
      callback_url: callbackUrl,
      default_from: 'Signalbox',
    }),
  },
  {
    name: 'Postbox mail',
    environment: 'live',
    protocol: 'smtp',
    settings: ({ host, smtpPort }) => ({
      host,
      port: smtpPort,
      security: 'none',
      user: 'postbox',
      password: 'secret05',
      default_from: 'Demo Store <shop@demo-store.example>',
    }),
  },
  { name: 'Sandbox loopback', environment: 'sandbox', protocol: 'loopback', settings: () => ({}) },
];

/** A route of the demo; empty lists mean all. Prices are millionths of a US dollar a part. */
export interface DemoRoute {
  name: string;
  provider: string;
  channel: Channel;
  countries: string[];
  classes: TrafficClass[];
  tier: number;
  weight: number;
  priceMicros: number;
}

const LATIN_AMERICA = ['MX', 'BR', 'CO', 'CL', 'AR', 'PE'];

/** The routes of the demo: two that share Latin America, one for the rest of the world, a backup, and a cheap one for campaigns. */
export const DEMO_ROUTES: readonly DemoRoute[] = [
  {
    name: 'Aurora · Latin America',
    provider: 'Aurora direct',
    channel: 'sms',
    countries: LATIN_AMERICA,
    classes: ['otp', 'transactional'],
    tier: 1,
    weight: 700,
    priceMicros: 14_500,
  },
  {
    name: 'Borealis · Latin America',
    provider: 'Borealis aggregator',
    channel: 'sms',
    countries: LATIN_AMERICA,
    classes: ['otp', 'transactional'],
    tier: 1,
    weight: 300,
    priceMicros: 11_800,
  },
  {
    name: 'Aurora · world',
    provider: 'Aurora direct',
    channel: 'sms',
    countries: [],
    classes: ['otp', 'transactional'],
    tier: 2,
    weight: 1000,
    priceMicros: 32_000,
  },
  {
    name: 'Courier · campaigns',
    provider: 'Courier HTTP',
    channel: 'sms',
    countries: [],
    classes: ['marketing'],
    tier: 1,
    weight: 1000,
    priceMicros: 8_200,
  },
  {
    name: 'Cascade · backup',
    provider: 'Cascade backup',
    channel: 'sms',
    countries: [],
    classes: [],
    tier: 3,
    weight: 1000,
    priceMicros: 39_000,
  },
  {
    name: 'Postbox · mail',
    provider: 'Postbox mail',
    channel: 'email',
    countries: [],
    classes: [],
    tier: 1,
    weight: 1000,
    priceMicros: 350,
  },
  {
    name: 'Sandbox · texts',
    provider: 'Sandbox loopback',
    channel: 'sms',
    countries: [],
    classes: [],
    tier: 1,
    weight: 1000,
    priceMicros: 0,
  },
  {
    name: 'Sandbox · mails',
    provider: 'Sandbox loopback',
    channel: 'email',
    countries: [],
    classes: [],
    tier: 1,
    weight: 1000,
    priceMicros: 0,
  },
];

/** People of the demo who agreed to marketing, so that a campaign text has somebody to go to. */
export const DEMO_CONSENTS: readonly { channel: Channel; address: string }[] = [
  { channel: 'sms', address: '+525512345678' },
  { channel: 'sms', address: '+5511987654321' },
  { channel: 'sms', address: '+573001234567' },
  { channel: 'email', address: 'ana@example.com' },
];
