/**
 * The address of the PostgreSQL that DATABASE_URL names; `undefined` where it is not set, and the database is a file of
 * the data folder. Throws where it names anything else; what it holds is not told, for there may be a password in it.
 */
export function databaseAddress(value = process.env.DATABASE_URL) {
  if (!value) return undefined;
  if (!/^postgres(?:ql)?:\/\//.test(value)) throw new Error('DATABASE_URL begins with postgres:// or is not set at all: then the database is cases.db in DATA_DIR');
  return value;
}
