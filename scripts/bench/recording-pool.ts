import type pg from "pg";

/** A statement as it went over the wire. */
export interface Statement {
  text: string;
  values: readonly unknown[];
}

/** What frames every transaction and is the same for all pages. */
const FRAME = /^(?:begin|commit|rollback)\b|set_config\('app\.client_id'/i;

/**
 * Makes a pool write down the statements that its connections send, without BEGIN, COMMIT and the settings of the
 * transaction. `take` returns what has been written down since the last time.
 */
export function recording(pool: pg.Pool): { pool: pg.Pool; take: () => Statement[] } {
  let statements: Statement[] = [];
  const record = (query: unknown, values: unknown) => {
    const config =
      typeof query === "string" ? { text: query } : (query as { text?: string; values?: unknown[] });
    const text = config.text ?? "";
    if (FRAME.test(text)) return;
    const given = Array.isArray(values) ? values : "values" in config ? config.values : undefined;
    statements.push({ text, values: given ?? [] });
  };
  // A client stays the same object each time it is taken from the pool.
  const watched = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const watch = (client: pg.PoolClient): pg.PoolClient => {
    const known = watched.get(client);
    if (known) return known;
    const proxy = new Proxy(client, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== "function") return member;
        return (...args: unknown[]): unknown => {
          if (key === "query") record(args[0], args[1]);
          return Reflect.apply(member, target, args);
        };
      },
    });
    watched.set(client, proxy);
    return proxy;
  };
  const recorded = new Proxy(pool, {
    get(target, key) {
      if (key === "connect") return async () => watch(await target.connect());
      const member: unknown = Reflect.get(target, key);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
  const take = () => {
    const taken = statements;
    statements = [];
    return taken;
  };
  return { pool: recorded, take };
}
