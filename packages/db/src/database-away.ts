// SQLSTATE (PostgreSQL, appendix A): connection exceptions, operator intervention (shut down, crashed, starting up), no place left.
const STATES = /^(08|57P|53300$)/;
// What the driver says of a connection that is gone or was not made.
const DRIVER = /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT)$/;
// What the operating system says of it: of a server on this machine also that its socket file is gone.
const SYSTEM = /^E(CONNREFUSED|CONNRESET|CONNABORTED|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)$/;
const DEEPEST = 5;

/**
 * Whether a failure, or what caused it, means that the server cannot be asked now: it is down, starts, has no place, or the connection was
 * lost. What was asked may be asked again; a transaction that was lost at its commit may have been made.
 */
export function isDatabaseAway(error: unknown): boolean {
  let one = error;
  for (let depth = 0; depth < DEEPEST && typeof one === 'object' && one !== null; depth += 1) {
    const { code, syscall, cause } = one as { code?: unknown; syscall?: unknown; cause?: unknown };
    if (code === 'ENOENT' && syscall === 'connect') return true;
    if (typeof code === 'string' && (STATES.test(code) || DRIVER.test(code) || SYSTEM.test(code))) return true;
    one = cause;
  }
  return false;
}
