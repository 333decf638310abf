// The walls of the house (ARCHITECTURE.md): every rule has a name and one sentence, and a test shows that it bites.
// `npm run verify` runs them; what an import cannot show (process.env, the clock) scripts/walls/globals.ts checks.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const TESTS = '\\.(test|prop\\.test|db\\.test|e2e\\.test|case|spec)\\.tsx?$|/testing\\.ts$';
// Next.js finds these by their names.
const NEXT_ENTRIES =
  '^apps/console/.*(page|layout|route|error|not-found|loading|template|icon|proxy|instrumentation)\\.tsx?$';
const SOCKETS = '^(node:)?(net|tls|http|https|http2|dgram|dns|dns/promises|child_process|cluster|worker_threads)$';
const WIRES = 'node_modules/(undici|nodemailer|smpp|smtp-server|mailparser|ioredis|amqplib|@hono/node-server)/';
const DATABASES = 'node_modules/(postgres|pg|pg-boss|drizzle-orm)/';

/** The files other rooms may import: what each package.json exports. */
function findFaces() {
  const faces = [];
  for (const floor of ['packages', 'apps']) {
    const folder = join(__dirname, floor);
    for (const room of existsSync(folder) ? readdirSync(folder) : []) {
      const file = join(folder, room, 'package.json');
      if (!existsSync(file)) continue;
      const { exports: exported = {} } = JSON.parse(readFileSync(file, 'utf8'));
      for (const target of Object.values(exported)) {
        faces.push(`^${floor}/${room}/${String(target).replace(/^\.\//, '').replaceAll('.', '\\.')}$`);
      }
    }
  }
  return faces;
}

const rules = [
  {
    name: 'no-circles',
    comment: 'Two files that need each other are one file, or hide a third that both need.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'think-is-pure',
    comment:
      'packages/core decides from its arguments alone: it imports the words (contracts) and pure data, nothing that can act.',
    from: { path: '^packages/core/src/', pathNot: TESTS },
    to: {
      pathNot: ['^packages/(core|contracts)/src/', 'node_modules/(libphonenumber-js|liquidjs|temporal-polyfill)/'],
    },
  },
  {
    name: 'words-know-nobody',
    comment: 'packages/contracts is imported by everybody and a browser: it may import zod alone.',
    from: { path: '^packages/contracts/src/', pathNot: TESTS },
    to: { pathNot: ['^packages/contracts/src/', 'node_modules/zod/'] },
  },
  {
    name: 'bytes-know-nobody',
    comment: 'packages/smpp is a library of its own: it imports Node itself and nothing of ours.',
    from: { path: '^packages/smpp/src/', pathNot: TESTS },
    to: { pathNot: ['^packages/smpp/src/'], dependencyTypesNot: ['core'] },
  },
  {
    name: 'think-remember-speak-apart',
    comment: 'Thinking (core), remembering (db) and speaking (channels) never import each other; services joins them.',
    from: { path: '^packages/(core|db|channels)/' },
    to: { path: '^packages/(core|db|channels)/', pathNot: '^packages/$1/' },
  },
  {
    name: 'floors-go-down',
    comment:
      'A room imports only from floors below its own: apps, then services, then core, db and channels, then contracts and smpp.',
    from: { path: '^packages/(contracts|smpp|core|db|channels)/' },
    to: { path: '^packages/services/|^apps/' },
  },
  {
    name: 'packages-know-no-app',
    comment: 'A package serves any app and so imports none.',
    from: { path: '^packages/' },
    to: { path: '^apps/' },
  },
  {
    name: 'services-hold-no-socket',
    comment:
      'A verb speaks through a port in its context: it opens no socket and takes only the manifests of the channels.',
    from: { path: '^packages/services/src/', pathNot: TESTS },
    to: { path: [SOCKETS, WIRES, '^packages/smpp/', '^packages/channels/src/(?!manifests\\.ts$)'] },
  },
  {
    name: 'apps-know-no-app',
    comment: 'Apps meet over the network and the database only; the console may take the TYPE of the api router.',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/api/src/trpc/router\\.ts$'] },
  },
  {
    name: 'router-is-taken-as-type',
    comment: 'The router of the api is taken by the console, as a type: no line of the server may reach the browser.',
    from: { path: '^apps/(?!api/)' },
    to: { path: '^apps/api/src/trpc/router\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'console-alone-speaks-trpc',
    comment: 'Only the console speaks tRPC with the api.',
    from: { path: '^apps/(?!api/|console/)' },
    to: { path: '^apps/api/' },
  },
  {
    name: 'console-sees-little',
    comment: 'The console runs in a browser: it imports the words, the pure content rules and nothing else of ours.',
    from: { path: '^apps/console/', pathNot: ['^apps/console/e2e/', TESTS] },
    to: {
      path: '^packages/',
      pathNot: ['^packages/contracts/src/', '^packages/core/src/(content|csv|mail-tree|weights|zones)/'],
    },
  },
  {
    name: 'doors-hold-no-carrier',
    comment:
      'The api is scaled and restarted freely: it holds no carrier connection and reaches the database through services; of the channels it takes the guarded way out alone.',
    from: { path: '^apps/api/src/', pathNot: TESTS },
    to: { path: ['^packages/(channels/src/(?!egress\\.ts$)|(smpp|core|db)/)', DATABASES] },
  },
  {
    name: 'hands-go-through-verbs',
    comment: 'The worker runs verbs: it takes services and the channels, and leaves rows and rules to them.',
    from: { path: '^apps/worker/src/', pathNot: TESTS },
    to: { path: ['^packages/(core|db|smpp)/', DATABASES] },
  },
  {
    name: 'only-main-opens-the-world',
    comment:
      'In api and worker main.ts alone opens servers and carrier clients; every other file is handed what it uses.',
    from: { path: '^apps/(api|worker)/src/', pathNot: ['/main\\.ts$', TESTS] },
    to: {
      path: [SOCKETS, WIRES, DATABASES, '^packages/channels/src/(registry|egress)\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'carriers-do-not-know-us',
    comment:
      'The simulator is as ignorant of us as a real carrier: it imports nothing of ours, but its load sink may use packages/smpp.',
    from: { path: '^apps/simulator/src/', pathNot: '^apps/simulator/src/([^/]*sink[^/]*\\.ts$|[^/]*sink[^/]*/)' },
    to: { path: '^packages/' },
  },
  {
    name: 'sink-takes-smpp-only',
    comment: 'The load sink may use packages/smpp and nothing else of ours.',
    from: { path: '^apps/simulator/src/' },
    to: { path: '^packages/(?!smpp/)' },
  },
  {
    name: 'sdk-carries-nothing-internal',
    comment: 'An SDK ships to customers: it knows the published OpenAPI file and nothing inside this house.',
    from: { path: '^packages/(sdk-[^/]+)/' },
    to: { path: '^(packages|apps)/', pathNot: '^packages/$1/' },
  },
  {
    name: 'faces-only',
    comment: 'A room is entered by what its package.json exports, never by a path into its inside.',
    from: { path: '^(packages|apps)/([^/]+)/' },
    to: { path: '^(packages|apps)/', pathNot: ['^$1/$2/', ...findFaces()] },
  },
  {
    name: 'scripts-use-faces',
    comment: 'Scripts, benchmarks and faults enter a room by its face too.',
    from: { path: '^(scripts|bench|faults)/' },
    to: { path: '^(packages|apps)/', pathNot: findFaces() },
  },
  {
    name: 'imports-resolve',
    comment: 'An import that cannot be resolved names a file that is not there or is not exported.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'tests-stay-outside',
    comment: 'What ships imports no test file.',
    from: { path: '^(packages|apps)/', pathNot: [TESTS, '/(e2e|test)/'] },
    to: { path: TESTS, pathNot: findFaces() },
  },
  {
    name: 'no-orphans',
    comment: 'A file nobody imports is a test, an entry or dead.',
    from: {
      orphan: true,
      path: '^(packages|apps|scripts)/',
      pathNot: [TESTS, '\\.d\\.ts$', '\\.config\\.ts$', '/(env|main|build)\\.ts$', NEXT_ENTRIES, ...findFaces()],
    },
    to: {},
  },
];

module.exports = {
  forbidden: rules.map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)(dist|\\.next|\\.turbo|coverage)/', 'next-env\\.d\\.ts$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'require'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
