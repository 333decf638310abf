import postgres from 'postgres';

/**
 * Makes sure that role `signalbox` (may make databases and roles, is no superuser) and the database it owns exist;
 * one quick sign-in when they do.
 */
export async function ensureDatabase(input: { url: string; adminUrl: string; password: string }): Promise<void> {
  if (await canSignIn(input.url)) return;
  const admin = postgres(input.adminUrl, { max: 1, onnotice: () => {} });
  try {
    // The password is base64url of our own making: it holds no quote.
    const [role] = await admin`SELECT 1 FROM pg_roles WHERE rolname = 'signalbox'`;
    const verb = role ? 'ALTER' : 'CREATE';
    await admin.unsafe(`${verb} ROLE signalbox LOGIN NOSUPERUSER CREATEDB CREATEROLE PASSWORD '${input.password}'`);
    const [database] = await admin`SELECT 1 FROM pg_database WHERE datname = 'signalbox'`;
    if (!database) await admin.unsafe('CREATE DATABASE signalbox OWNER signalbox');
  } finally {
    await admin.end();
  }
}

async function canSignIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`SELECT 1`;
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 no such role, 3D000 no such database (PostgreSQL appendix A).
    if (error instanceof postgres.PostgresError && ['28P01', '28000', '3D000'].includes(error.code)) return false;
    throw error;
  } finally {
    await sql.end();
  }
}
