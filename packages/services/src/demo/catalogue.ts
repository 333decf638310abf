import { COURIER_CALLS_PRESET, COURIER_PRESET } from '@signalbox/channels/manifests';
import {
  type Channel,
  type Environment,
  LookupService,
  type Protocol,
  RegistryService,
  SaveCap,
  type SaveRouteInput,
  type SetRegistryRequest,
} from '@signalbox/contracts';

/** Where the virtual carriers listen. */
export interface SimulatorPlaces {
  host: string;
  /** Its control interface. */
  port: number;
  smppPort: number;
  smtpPort: number;
  vendorPort: number;
}

/** A provider of the demo workspace. `places` are the settings that follow the machine: kept up to date at every start. */
export interface DemoProvider {
  environment: Environment;
  name: string;
  protocol: Protocol;
  settings: Record<string, unknown>;
  places: (simulator: SimulatorPlaces, callbackUrl: string) => Record<string, unknown>;
}

const smppPlaces: DemoProvider['places'] = ({ host, smppPort }) => ({ host, port: smppPort });
// The carriers of the demo take what a good direct connection takes: a deep window and 2,000 parts a second.
const SMPP_LIMITS = { window: 100, submits_per_second: 2000, response_timeout_ms: 10_000, default_from: 'DemoStore' };

/** The accounts at the virtual carriers; their credentials are public, nothing there reaches a real network. */
export const DEMO_PROVIDERS: readonly DemoProvider[] = [
  {
    environment: 'live',
    name: 'Aurora',
    protocol: 'smpp',
    settings: { ...SMPP_LIMITS, system_id: 'aurora', password: 'secret01' },
    places: smppPlaces,
  },
  {
    environment: 'live',
    name: 'Borealis',
    protocol: 'smpp',
    settings: {
      ...SMPP_LIMITS,
      system_id: 'borealis',
      password: 'secret02',
      message_id_response: 'hex',
      message_id_receipt: 'decimal',
    },
    places: smppPlaces,
  },
  {
    environment: 'live',
    name: 'Cascade',
    protocol: 'smpp',
    settings: { ...SMPP_LIMITS, system_id: 'cascade', password: 'secret03' },
    places: smppPlaces,
  },
  {
    environment: 'live',
    name: 'Courier',
    protocol: 'http',
    settings: {
      ...COURIER_PRESET,
      auth_secret: 'courier-token-01',
      signature_secret: 'courier-signing-secret-01',
      default_from: 'DemoStore',
      concurrency: 32,
    },
    places: ({ host, vendorPort }, callbackUrl) => ({
      base_url: `http://${host}:${vendorPort}`,
      callback_url: callbackUrl,
    }),
  },
  {
    environment: 'live',
    name: 'Courier calls',
    protocol: 'http',
    settings: {
      ...COURIER_CALLS_PRESET,
      auth_secret: 'courier-token-01',
      signature_secret: 'courier-signing-secret-01',
      default_from: '+12025550142',
    },
    places: ({ host, vendorPort }, callbackUrl) => ({
      base_url: `http://${host}:${vendorPort}`,
      callback_url: callbackUrl,
    }),
  },
  {
    environment: 'live',
    name: 'Postbox',
    protocol: 'smtp',
    settings: {
      security: 'none',
      user: 'postbox',
      password: 'secret05',
      default_from: 'Demo Store <orders@demo-store.example>',
    },
    places: ({ host, smtpPort }) => ({ host, port: smtpPort }),
  },
  { environment: 'sandbox', name: 'Loopback', protocol: 'loopback', settings: {}, places: () => ({}) },
];

/** A route of the demo workspace, its provider by name. */
export interface DemoRoute extends Omit<SaveRouteInput, 'environment' | 'provider_id' | 'id' | 'version' | 'enabled'> {
  environment: Environment;
  provider: string;
}

// Where the demo store sells; every other country goes by the backup route.
const COUNTRIES = [
  'MX',
  'BR',
  'CO',
  'AR',
  'CL',
  'PE',
  'US',
  'ES',
  'GB',
  'DE',
  'FR',
  'IN',
  'ID',
  'PH',
  'NG',
  'ZA',
  'AE',
  'TR',
];
const EVERY = { countries: [], prefixes: [], classes: [], currency: 'USD' };

/** Two direct routes share the traffic 70 to 30, a slow one stands behind them, and a vendor serves Japan and is cheaper for marketing. */
export const DEMO_ROUTES: readonly DemoRoute[] = [
  {
    ...EVERY,
    environment: 'live',
    name: 'Aurora direct',
    provider: 'Aurora',
    channel: 'sms',
    countries: COUNTRIES,
    tier: 1,
    weight: 700,
    price_micros: 18_000,
  },
  {
    ...EVERY,
    environment: 'live',
    name: 'Borealis shared',
    provider: 'Borealis',
    channel: 'sms',
    countries: COUNTRIES,
    tier: 1,
    weight: 300,
    price_micros: 15_500,
  },
  {
    ...EVERY,
    environment: 'live',
    name: 'Cascade backup',
    provider: 'Cascade',
    channel: 'sms',
    tier: 2,
    weight: 100,
    price_micros: 32_000,
  },
  {
    ...EVERY,
    environment: 'live',
    name: 'Courier marketing',
    provider: 'Courier',
    channel: 'sms',
    classes: ['marketing'],
    tier: 2,
    weight: 300,
    price_micros: 9_500,
  },
  {
    ...EVERY,
    environment: 'live',
    name: 'Courier Japan',
    provider: 'Courier',
    channel: 'sms',
    countries: ['JP'],
    tier: 1,
    weight: 100,
    price_micros: 41_000,
  },
  {
    ...EVERY,
    environment: 'live',
    name: 'Courier calls',
    provider: 'Courier calls',
    channel: 'voice',
    tier: 1,
    weight: 100,
    price_micros: 24_000,
  },
  {
    ...EVERY,
    environment: 'live',
    name: 'Postbox mail',
    provider: 'Postbox',
    channel: 'email',
    tier: 1,
    weight: 100,
    price_micros: 400,
  },
  {
    ...EVERY,
    environment: 'sandbox',
    name: 'Loopback text',
    provider: 'Loopback',
    channel: 'sms',
    tier: 1,
    weight: 100,
    price_micros: 18_000,
  },
  {
    ...EVERY,
    environment: 'sandbox',
    name: 'Loopback calls',
    provider: 'Loopback',
    channel: 'voice',
    tier: 1,
    weight: 100,
    price_micros: 24_000,
  },
  {
    ...EVERY,
    environment: 'sandbox',
    name: 'Loopback mail',
    provider: 'Loopback',
    channel: 'email',
    tier: 1,
    weight: 100,
    price_micros: 400,
  },
];

/** At most three marketing texts a day to one person. */
export const DEMO_CAP: SaveCap = SaveCap.parse({
  name: 'Marketing texts in a day',
  channels: ['sms'],
  limit: 3,
  rolling_seconds: 86_400,
});

/** People who agreed to marketing. */
export const DEMO_CONSENTS: readonly { channel: Channel; address: string }[] = [
  { channel: 'sms', address: '+525512345678' },
  { channel: 'sms', address: '+5511987654321' },
  { channel: 'sms', address: '+573001234567' },
  { channel: 'sms', address: '+6591234566' },
  { channel: 'email', address: 'ana@example.com' },
];

/** Where the virtual vendor translates; it takes its token as a key. */
export const DEMO_TRANSLATOR_PATH = '/translator';

/** Where the virtual vendor tells the networks of numbers. */
export const DEMO_LOOKUP_PATH = '/v1/lookup';
export const DEMO_VENDOR_TOKEN = 'courier-token-01';

/** How the virtual vendor is asked for the networks of numbers. */
export const DEMO_LOOKUP: LookupService = LookupService.parse({
  url: `http://127.0.0.1${DEMO_LOOKUP_PATH}`,
  body: { msisdns: '{{all_digits}}' },
  max_numbers: 100,
  number_pointer: '/msisdn',
  network_pointer: '/mcc',
  mnc_pointer: '/mnc',
  state_pointer: '/subscriber',
  price_micros: 4_000,
  currency: 'USD',
  daily_numbers: 1_000,
});

/** Where the virtual vendor tells whether numbers stand on a registry: those that end in an even digit do. */
export const DEMO_REGISTRY_PATH = '/v1/registry';
export const DEMO_REGISTRY_KEY = 'sg-dnc';

/** A registry as Singapore has one: who stands on it gets no marketing, agreed or not. It bears the name of the demo, for it is not the real one. */
export const DEMO_REGISTRY = {
  name: 'Do Not Call registry (demo)',
  enabled: true,
  country: 'SG',
  channels: ['sms'],
  meaning: 'blocks',
  unanswered: 'hold',
} satisfies Omit<SetRegistryRequest, 'service'>;

/** How the virtual vendor is asked for it. An answer holds for 21 days, as that registry says. */
export const DEMO_REGISTRY_SERVICE: RegistryService = RegistryService.parse({
  url: `http://127.0.0.1${DEMO_REGISTRY_PATH}`,
  body: { msisdns: '{{all_digits}}' },
  max_numbers: 100,
  number_pointer: '/msisdn',
  price_micros: 1_000,
  currency: 'USD',
  daily_numbers: 1_000,
  valid_hours: 504,
});
